"""Legal framework gap analysis on child labour, forced labour and human trafficking."""
