# SPDX-License-Identifier: GPL-3.0-or-later
"""Customer lists as five programs export them, made up, for pictures of the import sheet.

Every list has the flaws that such exports really have: sizes that a spreadsheet took for dates, money with
signs and words in it, dates that could be read two ways, personal data, a footer. The same call always
makes the same lists.
"""

import csv
import pathlib
import random

STARTS = ('Alder', 'Brem', 'Cinder', 'Dun', 'Eske', 'Fair', 'Grau', 'Hollen', 'Ilver', 'Jasper', 'Kest', 'Lind',
          'Mar', 'North', 'Oster', 'Pell', 'Quill', 'Raven', 'Sund', 'Thorn', 'Ulver', 'Vester', 'Wil', 'Yar')
ENDS = ('fen', 'lock', 'vale', 'marrow', 'lund', 'wald', 'by', 'mark', 'ford', 'stad', 'heim', 'gate')
KINDS = ('Media', 'Software', 'GmbH', 'Labs', 'Digital', 'Tech', 'Group', 'Partners', 'Analytics', 'Studio')
INDUSTRIES = ('Marketing', 'Software', 'Media', 'Data services', 'Retail', 'Logistics', 'Health care')
PEOPLE = ('Mara Lindqvist', 'Jon Ferreira', 'Aylin Demir', 'Petra Novak', 'Sam Okafor', 'Léa Moreau', 'Kenji Mori')
PLACES = (('Berlin', 'Germany', 'DE'), ('Leeds', 'United Kingdom', 'GB'), ('Lyon', 'France', 'FR'),
          ('Austin', 'United States', 'US'), ('Malmö', 'Sweden', 'SE'))


def companies(chance, count):
    """Names, no two alike."""
    names = [f'{start}{end} {kind}' for start in STARTS for end in ENDS for kind in KINDS]
    return chance.sample(names, count)


def domain(name):
    return name.split()[0].lower() + '.example'


def day(chance):
    return 2020 + chance.randrange(6), 1 + chance.randrange(12), 1 + chance.randrange(28)


def hubspot(chance):
    rows = [('Record ID', 'Company name', 'Industry', 'Number of Employees', 'Total Revenue', 'Create Date',
             'Churn reason', 'Company Domain Name', 'City', 'Country/Region', 'Lifecycle Stage', 'Company owner',
             'Number of Associated Deals', 'Phone Number', 'Last Activity Date', 'Associated Contact',
             'Web Technologies', 'Annual Revenue', 'Time Zone')]
    for number, name in enumerate(companies(chance, 842)):
        city, country, _code = chance.choice(PLACES)
        size = 'Nov-50' if number % 9 == 4 else chance.choice(('1-10', '51-200', '201-500', '11-50'))
        revenue = 'see contract' if number % 97 == 41 else f'{chance.randrange(900, 33000)}.{chance.choice(("00", "50"))}'
        left = chance.choice(('Too simple', 'Too expensive', 'Went out of business')) if number % 9 == 3 else ''
        rows.append((9100000000 + number * 37, name, chance.choice(INDUSTRIES), size, revenue,
                     '0000-00-00' if number % 211 == 90 else '{}-{:02}-{:02}'.format(*day(chance)), left, domain(name),
                     city, country, 'Customer', chance.choice(PEOPLE), chance.randrange(1, 9),
                     f'+49 30 {chance.randrange(1000000, 9999999)}', '{}-{:02}-{:02}'.format(*day(chance)),
                     chance.choice(PEOPLE), 'Google Analytics;Stripe' if number % 2 else 'Shopify',
                     chance.randrange(1, 90) * 100000, 'Europe/Berlin'))
    return rows


def salesforce(chance):
    rows = [('Account Name', 'Account ID', 'Account Type', 'Industry', 'Employees', 'Annual Revenue', 'Account Source',
             'Account Owner', 'Rating', 'Website', 'Billing City', 'Billing State/Province', 'Billing Zip/Postal Code',
             'Billing Country', 'Created Date', 'Last Activity')]
    for number, name in enumerate(companies(chance, 516)):
        city, country, _code = chance.choice(PLACES)
        _year, month, date = day(chance)
        rows.append((name, f'0015g00000{number:05}QAA', 'Customer', chance.choice(INDUSTRIES), chance.randrange(5, 900),
                     f'USD {chance.randrange(100, 9000) * 1000:,}.00', chance.choice(('Web', 'Referral', 'Event', '')),
                     chance.choice(PEOPLE), chance.choice(('Hot', 'Warm', 'Cold', '')), 'www.' + domain(name), city, '',
                     f'{chance.randrange(10000, 99999)}', country, f'{min(date, 12)}/{month}/2024',
                     f'{min(date, 12)}/{month}/2025'))
    rows += [(), ('Grand Totals (516 records)',), ('Confidential Information - Do Not Distribute',),
             ('Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.',)]
    return rows


def pipedrive(chance):
    rows = [tuple('Organization - ' + name for name in (
        'ID', 'Name', 'Label', 'Industry', 'Number of employees', 'Annual revenue', 'Owner', 'Address',
        'Organization created', 'Won deals', 'Lost deals', 'Open deals', 'People', 'Last activity date'))]
    for number, name in enumerate(companies(chance, 287)):
        city, country, _code = chance.choice(PLACES)
        rows.append((number + 1, name, chance.choice(('Customer', 'Hot lead', '')), chance.choice(INDUSTRIES),
                     chance.choice(('1-10', '11-50', '51-200', '201-500')), f'€{chance.randrange(20, 900)}k',
                     chance.choice(PEOPLE), f'{city}, {country}', '{}-{:02}-{:02} 09:30:00'.format(*day(chance)),
                     chance.randrange(0, 7), chance.randrange(0, 3), chance.randrange(0, 2), chance.randrange(1, 12),
                     '{}-{:02}-{:02}'.format(*day(chance))))
    return rows


def stripe(chance):
    rows = [('id', 'Description', 'Email', 'Name', 'Created (UTC)', 'Delinquent', 'Plan', 'Status', 'Total Spend',
             'Payment Count', 'Refunded Volume', 'Dispute Losses', 'Currency', 'Card Last4', 'company_size (metadata)')]
    for number, name in enumerate(companies(chance, 1204)):
        person = chance.choice(PEOPLE)
        rows.append((f'cus_{number:08x}Zk', name, f'{person.split()[0].lower()}@{domain(name)}', person,
                     '{}-{:02}-{:02} 14:05'.format(*day(chance)), 'true' if number % 31 == 0 else 'false',
                     chance.choice(('starter', 'team', 'scale')), 'canceled' if number % 8 == 5 else 'active',
                     f'{chance.randrange(90, 9000)}.{chance.randrange(10, 99)}', chance.randrange(1, 48),
                     '0.00', '0.00', 'eur', f'{chance.randrange(1000, 9999)}',
                     chance.choice(('1-10', '11-50', '51-200', 'Nov-50', ''))))
    return rows


def shopify(chance):
    rows = [('Customer ID', 'First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Default Address Company',
             'Default Address City', 'Default Address Province Code', 'Default Address Country Code',
             'Default Address Zip', 'Phone', 'Total Spent', 'Total Orders', 'Note', 'Tax Exempt', 'Tags')]
    for number, name in enumerate(companies(chance, 640)):
        first, last = chance.choice(PEOPLE).split()
        city, _country, code = chance.choice(PLACES)
        rows.append((f"'{6100000000000 + number}", first, last, f'{first.lower()}.{number}@{domain(name)}',
                     chance.choice(('yes', 'no')), name if number % 3 == 0 else '', city, '', code,
                     f"'{chance.randrange(10000, 99999)}", f"'+4420{chance.randrange(1000000, 9999999)}",
                     f'{chance.randrange(20, 2900)}.{chance.randrange(10, 99)}', chance.randrange(1, 25), '',
                     'no', chance.choice(('vip, newsletter', 'newsletter', 'wholesale', ''))))
    return rows


LISTS = {
    'hubspot-crm-exports-brightloom-companies.csv': hubspot,
    'salesforce-accounts-report.csv': salesforce,
    'pipedrive-organizations.csv': pipedrive,
    'stripe-unified_customers.csv': stripe,
    'shopify-customers_export.csv': shopify,
}


def write(folder):
    """Writes the lists into a folder; their paths."""
    paths = []
    for name, make in LISTS.items():
        path = pathlib.Path(folder) / name
        with path.open('w', encoding='utf-8', newline='') as stream:
            csv.writer(stream).writerows(make(random.Random(name)))
        paths.append(path)
    return paths
