"""A reason names what made the verdict, and nothing that did not."""

from atlas_legal.matching.leaves import Result
from atlas_legal.matching.verdict import Node
from atlas_legal.model.finding import Answer, Status
from atlas_legal.model.reason import Reason

STATUS: dict[Answer, Status] = {
    "satisfied": "met",
    "violated": "conflict",
    "absent": "gap",
    "uncertain": "review",
}


def leaf(name: str, answer: Answer) -> Node:
    return Node("leaf", STATUS[answer], Result(name, "norm", answer, (Reason(phrase=name),)))


def told(node: Node) -> list[str]:
    return [result.leaf for result in node.telling()]


def test_of_alternatives_the_one_that_decided_is_told() -> None:
    assert told(Node("any", "met", nodes=(leaf("a", "absent"), leaf("b", "satisfied")))) == ["b"]
    assert told(Node("any", "gap", nodes=(leaf("a", "absent"), leaf("b", "absent")))) == ["a"]


def test_what_is_rightly_absent_is_not_told() -> None:
    absent = Node("not", "met", nodes=(leaf("b", "absent"),))
    assert told(Node("all", "met", nodes=(leaf("a", "satisfied"), absent))) == ["a"]
    there = Node("not", "conflict", nodes=(leaf("b", "satisfied"),))
    assert told(Node("all", "conflict", nodes=(leaf("a", "satisfied"), there))) == ["a", "b"]


def test_of_what_must_be_there_together_the_main_rule_and_what_falls_short_are_told() -> None:
    nodes = (leaf("a", "satisfied"), leaf("b", "satisfied"), leaf("c", "absent"))
    assert told(Node("all", "partial", nodes=nodes)) == ["a", "c"]
    assert told(Node("all", "met", nodes=nodes[:2])) == ["a", "b"]
