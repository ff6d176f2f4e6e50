"""Made-up articles about people in hiding, with names that are hard to mask, and the names."""

ARTICLES = {
    "ali-rafiq-speaks.txt": """RAFIQ FAMILY FEARS CALL-UP AS RECRUITERS VISIT DARKHAN
By Hope Marlowe

Ali Rafiq, a 34-year-old baker from Darkhan, told the Daily Example that recruiters offered him $1,500 a month to fight.
“They said, ‘Rafiq, come with us,’” Mr Rafiq said. Rafiq’s brother Abd al-Karim al-Sabti is missing in Mali.
His alibi was that he had been in Darkhan. An email to ali.rafiq@example.org was not answered.
Read more at https://news.example.org/2022/ali-rafiq-in-hiding
The camp lies at 49.4867, 105.9228, witnesses said.
""",
    "minister.txt": """Minister denies that Mongolia sends men
Mongolian defence minister Bat Tsend said on Tuesday that no citizen of Mongolia had been recruited.
The spokesman for the ministry, Dorj Ganbold, said that reports of recruiters were false.
A former general, Temur Osman, told reporters that Tsend knew of the recruitment of men from Darkhan.
""",
    "exile.txt": """She saw recruiters in Erdenet
Siobhan O’Hara-Lunde, an aid worker, said that recruiters in Erdenet had offered men of Darkhan money to join an army.
“O’Hara-Lunde knows more,” said Hope Marlowe, a nurse. Hope was scarce, and Marlowe wept; they hope still.
Ali Rafiq had been recruited by the army, O’Hara-Lunde said.
""",
}
PRIVATE = ("Rafiq", "Sabti", "Hara", "Lunde", "Marlowe", "Osman", "Temur", "Siobhan", "ali rafiq", "ali-rafiq")
"""Names and forms of names of those who must be masked."""
PUBLIC = ("Tsend",)
"""Who speaks in a public office."""
PLACES = ("Darkhan", "Erdenet", "49.4867", "105.9228")
"""Places below the level of a country, and where one is."""
KEPT = ("Mongolia", "Mali", "alibi")
"""Words that must stay, and whole."""
