"""Labelled personal data: the kinds of spec/redaction.md, section 2, in texts."""
import accounts, contacts, europe, overseas, texts
from drawing import FREE, LOOSE

# Kind, what makes its values, words that stand beside it.
KINDS = [
    ("EMAIL_ADDRESS", contacts.email_address, ["email"]),
    ("PHONE_NUMBER", contacts.phone_number, [
        "phone", "tel", "mobile", "cell", "fax", "telefon", "whatsapp", "phone number", "电话", "手机",
        "tél", "teléfono"]),
    ("CREDIT_CARD", accounts.credit_card, ["card number", "credit card", "card", "卡", "tarjeta", "debit card"]),
    ("IBAN_CODE", accounts.iban_code, ["IBAN", "iban"]),
    ("ABA_ROUTING_NUMBER", accounts.aba_routing_number, ["routing number", "ABA", "RTN", "aba routing"]),
    ("CRYPTO", accounts.crypto, ["eth wallet", "wallet", "USDT wallet", "ETH"]),
    ("IP_ADDRESS", contacts.ip_address, ["ip"]),
    ("MAC_ADDRESS", contacts.mac_address, ["mac"]),
    ("US_SSN", overseas.us_ssn, ["SSN", "ssn", "social security", "social security number"]),
    ("US_ITIN", overseas.us_itin, ["ITIN", "taxpayer id", "itin"]),
    ("US_MBI", overseas.us_mbi, ["MBI", "Medicare", "medicare number"]),
    ("UK_NHS", europe.uk_nhs, ["NHS", "NHS number", "nhs no"]),
    ("UK_NINO", europe.uk_nino, ["NINO", "national insurance number"]),
    ("CA_SIN", overseas.ca_sin, ["SIN", "social insurance number", "NAS"]),
    ("AU_TFN", overseas.au_tfn, ["TFN", "tax file number"]),
    ("AU_ABN", overseas.au_abn, ["ABN", "Australian business number"]),
    ("AU_MEDICARE", overseas.au_medicare, ["Medicare", "medicare card"]),
    ("IN_AADHAAR", overseas.in_aadhaar, ["Aadhaar", "aadhaar number", "UIDAI", "आधार"]),
    ("IN_PAN", overseas.in_pan, ["PAN"]),
    ("SG_NRIC_FIN", overseas.sg_nric_fin, ["NRIC"]),
    ("DE_TAX_ID", europe.de_tax_id, ["Steuer-ID", "IdNr", "steuer-id", "TIN"]),
    ("FR_NIR", europe.fr_nir, ["NIR"]),
    ("ES_NIF", europe.es_nif, ["DNI", "NIF"]),
    ("ES_NIE", europe.es_nie, ["NIE"]),
    ("IT_FISCAL_CODE", europe.it_fiscal_code, ["codice fiscale"]),
    ("PL_PESEL", europe.pl_pesel, ["PESEL", "pesel"]),
    ("FI_PERSONAL_IDENTITY_CODE", europe.fi_personal_identity_code, ["hetu"]),
    ("SE_PERSONNUMMER", europe.se_personnummer, ["personnummer", "pnr", "personal identity number"]),
    ("KR_RRN", overseas.kr_rrn, ["RRN", "resident registration number", "주민등록번호"]),
    ("CN_RESIDENT_ID", overseas.cn_resident_id, ["身份证"]),
    ("BR_CPF", overseas.br_cpf, ["CPF", "cpf"]),
    ("BR_CNPJ", overseas.br_cnpj, ["CNPJ", "cnpj"]),
    ("NL_BSN", europe.nl_bsn, ["BSN", "burgerservicenummer"]),
    ("TR_NATIONAL_ID", europe.tr_national_id, ["TCKN", "TC kimlik", "kimlik no"]),
    ("ZA_ID_NUMBER", overseas.za_id_number, ["South African ID", "SA ID", "ID number"]),
    ("TH_TNIN", overseas.th_tnin, ["Thai ID", "TNIN", "Thai national ID"]),
    ("VIN", accounts.vin, ["VIN", "chassis", "chassis number"]),
]
PLAIN_EACH, HARD_EACH = 20, 12


def other_value(random, taken):
    """A value of another kind, to stand in the same text."""
    make = random.choice([k[1] for k in KINDS if k[0] in ("EMAIL_ADDRESS", "IP_ADDRESS", "UK_NINO")
                          and k[1] is not taken])
    return make(random)[0][0]


def case(random, make, words, turn, hard):
    """One value in one text: the ways to write it and the texts come in turn."""
    forms = [form for form in make(random) if hard or form[1] != LOOSE]
    value, need = forms[turn % len(forms)]
    word = words[turn // len(forms) % len(words)]
    if need == FREE:
        shape = random.choice(texts.HARD if hard else texts.FREE)
    elif len(word.encode()) < 15 and turn % 5 == 4:
        shape = random.choice(texts.BEHIND)
    else:
        shape = random.choice(texts.BESIDE_HARD if hard else texts.BESIDE)
    return value, texts.render(random, shape, value, word, other_value(random, make))


def positives(random):
    """(kind, value, text, class): PLAIN_EACH positive and HARD_EACH adversarial ones of each kind."""
    rows = []
    for kind, make, words in KINDS:
        for turn in range(PLAIN_EACH):
            rows.append((kind, *case(random, make, words, turn, False), "positive"))
        for turn in range(HARD_EACH):
            rows.append((kind, *case(random, make, words, turn, True), "adversarial"))
    return rows
