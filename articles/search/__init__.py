"""Search, in the order of its work.

    folding        letters without accents
    spelling       British for American
    designations   S-400, S400 and S 400 are one word
    normalise      all of the three: the same for what is published and for what is asked
    names          topics that a text mentions, under whichever of their names
    document       what Postgres is given of an article
    query          what somebody asks for, and the same for Postgres
    lookup         what the site knows about the words of a query: topics, stems, spelling
    find           which articles, in which order, and how many of each kind
    snippets       the passage to show, with its words marked

Nothing here knows the models; they write their own entries with `document`.
"""
