"""How Django's own pages write times: by 24 hours and with their zone, as ours do."""

DATE_FORMAT = "j M Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i T"
