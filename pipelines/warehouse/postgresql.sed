# Lets texts through psql's COPY, which ends a line at NUL, and before PostgreSQL 18 the data at a
# line of \. even inside of a text: \x01 is written as \x01\x02, NUL as \x01\x03, and such a line with
# \x01\x04 in front.
s/\x01/\x01\x02/g
s/\x00/\x01\x03/g
s/^\\[.]\r\{0,1\}$/\x01\x04&/
