"""However an English drafter states an age, the age is the one that is read, in words and in digits."""

import pytest

from atlas_legal.languages.en.numerals import words
from atlas_legal.matching import match_examples
from atlas_legal.model.standard import Example
from atlas_legal.standards import load_library

WORK = """
No person of less than {age} years of age shall be employed.
No one who is younger than {age} years may be employed.
No person shall be employed until that person attains the age of {age} years.
No person shall be employed unless he or she is {age} years of age or older.
Nobody shall employ a child who has not completed {age} years of age.
Persons below {age} years shall not be employed.
Persons aged under {age} shall not be employed.
The employment of children under {age} is prohibited.
The employment of any child below the age of {age} years is hereby prohibited.
It is an offence to employ a person who is under the age of {age}.
It is forbidden to employ anyone under {age} years old.
It is unlawful for any person to employ a child below {age} years of age.
Only persons who have attained the age of {age} years may be employed.
Only persons of {age} years of age or over may be employed.
Only persons aged {age} and above may be employed.
The minimum age for employment is {age}.
The minimum working age is {age} years.
The minimum age for admission of a child to employment shall be {age} years.
The age of admission to employment shall not be less than {age} years.
Employers shall not employ minors under {age} years of age.
No employer shall employ any person who has not completed {age} years.
An employer may only employ a person who is at least {age} years old.
A child of {age} years or above may be employed.
An individual under {age} years of age cannot be employed.
Any employer who knowingly employs a child below {age} years is liable to a fine.
A contract of employment shall not be entered into with a person under {age} years of age.
Children who have not reached the age of {age} years may not be hired.
"""
SCHOOL = """
Education is compulsory for children between the ages of six and {age}.
Education shall be compulsory up to the age of {age} years.
Every child between 6 and {age} years of age shall attend school.
Every child shall attend school until he attains the age of {age} years.
Every child who is over five and under {age} years of age shall attend school.
Every child of the age of six years and above but below {age} years shall attend school.
A parent shall ensure that every child aged 5 to {age} attends school.
Schooling is compulsory from 6 to {age} years.
All children who have attained six years but have not attained {age} years shall attend school.
The compulsory school age is from five to {age} years.
"Compulsory school age" means the age between five and {age} years.
Every person who is at least 6 years old and is less than {age} years old is obliged to attend school.
No child under {age} years of age may leave school.
Every parent who neglects to send to school a child under the age of {age} years commits an offence.
Children shall not be allowed to leave school until they have attained the age of {age} years.
Attendance at school is mandatory until the age of {age}.
"""
ENLISTMENT = """
No person under the age of {age} years shall be enlisted in the armed forces.
A person shall not be enlisted unless he has attained the age of {age} years.
A person may enlist in the Defence Force if he is {age} years of age or over.
A person may be enlisted in the regular force if he has attained the apparent age of {age} years.
The minimum age of recruitment into the Armed Forces shall be {age}.
A citizen who has attained the age of {age} may volunteer for service in the army.
Recruits to the Army shall be between {age} and twenty-five years of age.
A candidate for recruitment into the Defence Forces must be aged between {age} and 26 years.
The Chief of Staff shall not accept for military service any volunteer who is below {age} years.
A person who is less than {age} years of age is not eligible for appointment to the Defence Force.
A person may be appointed to the Regular Force only if that person is not under the age of {age} years.
"""
CALL_UP = """
Every citizen who has attained the age of {age} years shall be liable for compulsory military service.
All male citizens between the ages of {age} and forty shall be liable to be conscripted.
No person who is under {age} years of age shall be called up for national service.
National service is compulsory for every citizen from the age of {age}.
A person shall not be called up for service before attaining {age} years of age.
The Minister may call up for national service any person who is not less than {age} years of age.
A person becomes liable to render compulsory military service on reaching the age of {age} years.
"""
WAYS = [
    (requirement, sentence)
    for requirement, sentences in (
        ("C138.2-3", WORK),
        ("R146.4", SCHOOL),
        ("OPAC.3-1", ENLISTMENT),
        ("OPAC.2", CALL_UP),
    )
    for sentence in sentences.strip().splitlines()
]
REQUIREMENTS = {requirement.id: requirement for requirement in load_library().requirements()}


@pytest.mark.parametrize(("requirement", "sentence"), WAYS, ids=[sentence for _, sentence in WAYS])
def test_the_age_that_is_stated_is_read(requirement: str, sentence: str) -> None:
    ages = {str(n): n for n in (12, 16, 18)} | {words(n): n for n in (13, 15, 17)}
    texts = [f"5. {sentence.format(age=age)}" for age in ages]
    examples = tuple(Example(lang="en", status="met", text=text) for text in texts)
    asked = REQUIREMENTS[requirement].model_copy(update={"examples": examples})
    found = [set(finding.values.values()) for _, finding in match_examples(asked, load_library())]
    assert found == [{n} for n in ages.values()]
