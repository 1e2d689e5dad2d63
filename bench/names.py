"""Common Swedish names with weights, so that a search meets the same skew as in a real register.

Assumption: the weights follow the order and rough size of the published counts of names borne in Sweden; exact counts
do not matter here. Surnames beyond the hundred most common are composed the way most Swedish ones are, from two words
of nature, and share what is left of the weight.
"""

FIRST_NAMES: dict[str, int] = {
    "Anna": 104, "Eva": 92, "Maria": 88, "Karin": 76, "Kristina": 66, "Lena": 62, "Sara": 58, "Kerstin": 56,
    "Emma": 52, "Ingrid": 50, "Marie": 48, "Malin": 46, "Birgitta": 45, "Jenny": 44, "Inger": 42, "Annika": 41,
    "Ulla": 40, "Monica": 39, "Elin": 39, "Linda": 38, "Susanne": 37, "Johanna": 36, "Elisabeth": 36, "Hanna": 35,
    "Carina": 34, "Sofia": 34, "Katarina": 33, "Marianne": 32, "Helena": 31, "Åsa": 30, "Anette": 29, "Ida": 29,
    "Barbro": 28, "Siv": 26, "Gunilla": 26, "Berit": 24, "Ann-Marie": 22, "Maj-Britt": 21, "Märta": 18, "Gun": 18,
    "Agneta": 18, "Solveig": 14, "Gudrun": 13, "Fatima": 12, "Anne-Lie": 10, "Ylva": 10, "Görel": 6, "Ásta": 2,
    "Zahra": 6, "Amina": 6, "Désirée": 5, "Renée": 4, "Wilma": 8, "Vera": 9, "Astrid": 9, "Märit": 4, "Aino": 6,
    "Lars": 92, "Mikael": 74, "Anders": 68, "Johan": 62, "Per": 58, "Erik": 57, "Karl": 56, "Jan": 55, "Peter": 54,
    "Thomas": 52, "Daniel": 48, "Fredrik": 44, "Andreas": 43, "Hans": 42, "Bengt": 40, "Mats": 38, "Bo": 37,
    "Stefan": 36, "Nils": 34, "Magnus": 34, "Björn": 33, "Leif": 31, "Sven": 30, "Göran": 28, "Håkan": 27, "Kjell": 25,
    "Ulf": 24, "Jörgen": 22, "Rolf": 21, "Lennart": 20, "Åke": 18, "Kent": 16, "Stig": 16, "Örjan": 10, "Jan-Åke": 5,
    "Sören": 8, "Börje": 9, "Gösta": 8, "Mohamed": 14, "Ali": 12, "Ahmed": 9, "Hassan": 8, "José": 4, "Östen": 4,
    "William": 10, "Wiktor": 5, "Matti": 5, "Pål": 2, "Åge": 2, "René": 2,
}  # fmt: skip

COMMON_SURNAMES: dict[str, int] = {
    "Andersson": 222, "Johansson": 220, "Karlsson": 198, "Nilsson": 152, "Eriksson": 132, "Larsson": 112, "Olsson": 100,
    "Persson": 96, "Svensson": 90, "Gustafsson": 86, "Pettersson": 82, "Jonsson": 64, "Jansson": 46, "Hansson": 40,
    "Bengtsson": 32, "Jönsson": 29, "Lindberg": 27, "Jakobsson": 25, "Magnusson": 24, "Olofsson": 24, "Lindström": 24,
    "Lindqvist": 22, "Lindgren": 22, "Axelsson": 21, "Berg": 21, "Bergström": 20, "Lundberg": 20, "Lind": 19,
    "Lundgren": 19, "Lundqvist": 18, "Mattsson": 18, "Berglund": 18, "Fredriksson": 17, "Sandberg": 16,
    "Henriksson": 16, "Forsberg": 15, "Sjöberg": 15, "Wallin": 15, "Ali": 15, "Engström": 14, "Mohamed": 14,
    "Eklund": 14, "Danielsson": 14, "Lundin": 13, "Håkansson": 13, "Björk": 13, "Bergman": 13, "Gunnarsson": 13,
    "Holm": 12, "Wikström": 12, "Samuelsson": 12, "Isaksson": 12, "Fransson": 12, "Bergqvist": 12, "Nyström": 12,
    "Holmberg": 11, "Arvidsson": 11, "Löfgren": 11, "Söderberg": 11, "Nyberg": 11, "Blomqvist": 11, "Claesson": 10,
    "Nordström": 10, "Mårtensson": 10, "Lundström": 10, "Ahmed": 10, "Viklund": 9, "Eliasson": 9, "Pålsson": 9,
    "Björklund": 9, "Hassan": 9, "Berggren": 9, "Sandström": 9, "Nordin": 8, "Lund": 8, "Falk": 8, "Ström": 8,
    "Åberg": 8, "Ekström": 8, "Hermansson": 8, "Holmgren": 8, "Hellström": 7, "Dahlberg": 7, "Hedlund": 7,
    "Sundberg": 7, "Sjögren": 7, "Ek": 7, "Blom": 7, "Abrahamsson": 7, "Öberg": 7, "Martinsson": 7, "Andreasson": 7,
    "Strömberg": 6, "Månsson": 6, "Åkesson": 6, "Hansen": 6, "Norberg": 6, "Lindholm": 6, "Dahl": 6, "Jonasson": 6,
    "Nguyen": 5, "Åström": 5, "Öhman": 5, "Ärlebäck": 1, "Élan": 1, "Müller": 2, "von Essen": 1,
}  # fmt: skip

_FIRST_PARTS = (
    "Alm", "Ask", "Björk", "Blom", "Dal", "Ek", "Eng", "Fors", "Gran", "Grön", "Hag", "Hed", "Holm", "Häll", "Kvarn",
    "Lager", "Lind", "Ljung", "Lund", "Löv", "Mal", "Mo", "Norr", "Ny", "Ros", "Rönn", "Sand", "Sjö", "Skog", "Sten",
    "Strand", "Ström", "Sund", "Svan", "Söder", "Tall", "Vik", "Väst", "Åker", "Ång", "Älv", "Ängs", "Öst", "Ö",
)  # fmt: skip
_LAST_PARTS = (
    "back", "berg", "blad", "bom", "borg", "bäck", "dahl", "fors", "gren", "hage", "holm", "kvist", "lind", "lund",
    "man", "mark", "qvist", "rot", "sjö", "skog", "sten", "strand", "ström", "stedt", "vall", "wall", "ås", "ö",
)  # fmt: skip

# Of all bearers, those whose surname is outside the hundred most common.
_COMPOSED_SHARE = 0.45


def surnames() -> dict[str, int]:
    """All surnames with weights; the composed ones fall off evenly from the first to the last."""
    composed = [a + b for b in _LAST_PARTS for a in _FIRST_PARTS if a.lower() != b and a + b not in COMMON_SURNAMES]
    whole = sum(COMMON_SURNAMES.values()) * _COMPOSED_SHARE / (1 - _COMPOSED_SHARE)
    each = 2 * whole / len(composed) ** 2
    scaled = {name: weight * 1000 for name, weight in COMMON_SURNAMES.items()}
    return scaled | {name: max(1, round(1000 * each * (len(composed) - n))) for n, name in enumerate(composed)}
