-- Cycles, member states and holidays: data that others cite (domain.md 2 and 3.2). An administrator may edit all of it.
create table cycle (
    code              text primary key,
    adoption_date     date not null,
    mid_cycle_date    date,
    meeting_date      date,
    cut_off_days      int not null default 60,
    cut_off_date      date, -- set apart from the meeting date; null = cut_off_days before it
    translation_days  int not null default 45,
    circulation_days  int not null default 30,
    placeholder       boolean not null default false,
    state             text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    version           int not null default 0
);
insert into cycle (code, adoption_date) values ('RANDOT-V', '2024-04-09');

create table cycle_date_change (
    cycle       text not null references cycle,
    date_key    text not null check (date_key in ('M', 'C')),
    changed_at  timestamptz not null,
    old_date    date,
    new_date    date not null,
    by_hand     boolean not null,
    reason      text not null,
    changed_by  text not null,
    primary key (cycle, changed_at, date_key)
);

create table member_state (
    iso3           char(3) primary key,
    iso2           char(2) not null unique,
    name_en        text not null,
    name_es        text not null,
    name_pt        text not null,
    name_fr        text not null,
    subregion      char(1) not null check (subregion in ('N', 'M', 'K', 'S')),
    language       char(2) not null check (language in ('en', 'es', 'pt', 'fr')),
    time_zone      text not null,
    participation  text not null check (participation in ('ACTIVE', 'NOT_PARTICIPATING', 'WITHDRAWN', 'UNDER_CLARIFICATION', 'OBSERVER')),
    tags           text[] not null default '{}'
);

create table participation_change (
    iso3            char(3) not null references member_state,
    effective_on    date not null,
    participation   text not null,
    reason_en       text not null,
    reason_es       text not null,
    reason_pt       text not null,
    reason_fr       text not null,
    source          text not null,
    changed_by      text not null,
    carried_out     boolean not null default true,
    primary key (iso3, effective_on)
);

create table holiday (
    day      date primary key,
    name_en  text not null
);

insert into member_state (iso3, iso2, name_en, name_es, name_pt, name_fr, subregion, language, time_zone, participation, tags) values
    ('ATG', 'AG', 'Antigua and Barbuda', 'Antigua y Barbuda', 'Antígua e Barbuda', 'Antigua-et-Barbuda', 'K', 'en', 'America/Antigua', 'ACTIVE', '{CARICOM,SIDS}'),
    ('ARG', 'AR', 'Argentina', 'Argentina', 'Argentina', 'Argentine', 'S', 'es', 'America/Argentina/Buenos_Aires', 'ACTIVE', '{MERCOSUR}'),
    ('BHS', 'BS', 'Bahamas (The)', 'Bahamas (Las)', 'Bahamas', 'Bahamas', 'K', 'en', 'America/Nassau', 'ACTIVE', '{CARICOM,SIDS}'),
    ('BRB', 'BB', 'Barbados', 'Barbados', 'Barbados', 'Barbade', 'K', 'en', 'America/Barbados', 'ACTIVE', '{CARICOM,SIDS}'),
    ('BLZ', 'BZ', 'Belize', 'Belice', 'Belize', 'Belize', 'M', 'en', 'America/Belize', 'ACTIVE', '{CARICOM,SICA,SIDS}'),
    ('BOL', 'BO', 'Bolivia (Plurinational State of)', 'Bolivia (Estado Plurinacional de)', 'Bolívia (Estado Plurinacional da)', 'Bolivie (État plurinational de)', 'S', 'es', 'America/La_Paz', 'ACTIVE', '{MERCOSUR,CAN}'),
    ('BRA', 'BR', 'Brazil', 'Brasil', 'Brasil', 'Brésil', 'S', 'pt', 'America/Sao_Paulo', 'ACTIVE', '{MERCOSUR}'),
    ('CAN', 'CA', 'Canada', 'Canadá', 'Canadá', 'Canada', 'N', 'en', 'America/Toronto', 'ACTIVE', '{}'),
    ('CHL', 'CL', 'Chile', 'Chile', 'Chile', 'Chili', 'S', 'es', 'America/Santiago', 'ACTIVE', '{}'),
    ('COL', 'CO', 'Colombia', 'Colombia', 'Colômbia', 'Colombie', 'S', 'es', 'America/Bogota', 'ACTIVE', '{CAN}'),
    ('CRI', 'CR', 'Costa Rica', 'Costa Rica', 'Costa Rica', 'Costa Rica', 'M', 'es', 'America/Costa_Rica', 'ACTIVE', '{SICA}'),
    ('CUB', 'CU', 'Cuba', 'Cuba', 'Cuba', 'Cuba', 'K', 'es', 'America/Havana', 'NOT_PARTICIPATING', '{SIDS}'),
    ('DMA', 'DM', 'Dominica', 'Dominica', 'Dominica', 'Dominique', 'K', 'en', 'America/Dominica', 'ACTIVE', '{CARICOM,SIDS}'),
    ('DOM', 'DO', 'Dominican Republic', 'República Dominicana', 'República Dominicana', 'République dominicaine', 'K', 'es', 'America/Santo_Domingo', 'ACTIVE', '{SICA,SIDS}'),
    ('ECU', 'EC', 'Ecuador', 'Ecuador', 'Equador', 'Équateur', 'S', 'es', 'America/Guayaquil', 'ACTIVE', '{CAN}'),
    ('SLV', 'SV', 'El Salvador', 'El Salvador', 'El Salvador', 'El Salvador', 'M', 'es', 'America/El_Salvador', 'ACTIVE', '{SICA}'),
    ('GRD', 'GD', 'Grenada', 'Granada', 'Granada', 'Grenade', 'K', 'en', 'America/Grenada', 'ACTIVE', '{CARICOM,SIDS}'),
    ('GTM', 'GT', 'Guatemala', 'Guatemala', 'Guatemala', 'Guatemala', 'M', 'es', 'America/Guatemala', 'ACTIVE', '{SICA}'),
    ('GUY', 'GY', 'Guyana', 'Guyana', 'Guiana', 'Guyana', 'S', 'en', 'America/Guyana', 'ACTIVE', '{CARICOM,SIDS}'),
    ('HTI', 'HT', 'Haiti', 'Haití', 'Haiti', 'Haïti', 'K', 'fr', 'America/Port-au-Prince', 'ACTIVE', '{CARICOM,SIDS}'),
    ('HND', 'HN', 'Honduras', 'Honduras', 'Honduras', 'Honduras', 'M', 'es', 'America/Tegucigalpa', 'ACTIVE', '{SICA}'),
    ('JAM', 'JM', 'Jamaica', 'Jamaica', 'Jamaica', 'Jamaïque', 'K', 'en', 'America/Jamaica', 'ACTIVE', '{CARICOM,SIDS}'),
    ('MEX', 'MX', 'Mexico', 'México', 'México', 'Mexique', 'N', 'es', 'America/Mexico_City', 'ACTIVE', '{}'),
    ('NIC', 'NI', 'Nicaragua', 'Nicaragua', 'Nicarágua', 'Nicaragua', 'M', 'es', 'America/Managua', 'WITHDRAWN', '{SICA}'),
    ('PAN', 'PA', 'Panama', 'Panamá', 'Panamá', 'Panama', 'M', 'es', 'America/Panama', 'ACTIVE', '{SICA}'),
    ('PRY', 'PY', 'Paraguay', 'Paraguay', 'Paraguai', 'Paraguay', 'S', 'es', 'America/Asuncion', 'ACTIVE', '{MERCOSUR}'),
    ('PER', 'PE', 'Peru', 'Perú', 'Peru', 'Pérou', 'S', 'es', 'America/Lima', 'ACTIVE', '{CAN}'),
    ('KNA', 'KN', 'Saint Kitts and Nevis', 'Saint Kitts y Nevis', 'São Cristóvão e Névis', 'Saint-Kitts-et-Nevis', 'K', 'en', 'America/St_Kitts', 'ACTIVE', '{CARICOM,SIDS}'),
    ('LCA', 'LC', 'Saint Lucia', 'Santa Lucía', 'Santa Lúcia', 'Sainte-Lucie', 'K', 'en', 'America/St_Lucia', 'ACTIVE', '{CARICOM,SIDS}'),
    ('VCT', 'VC', 'Saint Vincent and the Grenadines', 'San Vicente y las Granadinas', 'São Vicente e Granadinas', 'Saint-Vincent-et-les-Grenadines', 'K', 'en', 'America/St_Vincent', 'ACTIVE', '{CARICOM,SIDS}'),
    ('SUR', 'SR', 'Suriname', 'Suriname', 'Suriname', 'Suriname', 'S', 'en', 'America/Paramaribo', 'ACTIVE', '{CARICOM,SIDS}'),
    ('TTO', 'TT', 'Trinidad and Tobago', 'Trinidad y Tobago', 'Trinidad e Tobago', 'Trinité-et-Tobago', 'K', 'en', 'America/Port_of_Spain', 'ACTIVE', '{CARICOM,SIDS}'),
    ('USA', 'US', 'United States', 'Estados Unidos', 'Estados Unidos', 'États-Unis', 'N', 'en', 'America/New_York', 'ACTIVE', '{}'),
    ('URY', 'UY', 'Uruguay', 'Uruguay', 'Uruguai', 'Uruguay', 'S', 'es', 'America/Montevideo', 'ACTIVE', '{MERCOSUR}'),
    ('VEN', 'VE', 'Venezuela (Bolivarian Republic of)', 'Venezuela (República Bolivariana de)', 'Venezuela (República Bolivariana da)', 'Venezuela (République bolivarienne du)', 'S', 'es', 'America/Caracas', 'UNDER_CLARIFICATION', '{}');

-- Why a state does not take part by itself, as neutrally as it can be put (domain.md 2.2).
insert into participation_change values
    ('CUB', '2009-06-03', 'NOT_PARTICIPATING',
     'The 1962 decision was set aside by AG/RES. 2438 (XXXIX-O/09); participation depends on a dialogue that has not taken place.',
     'La decisión de 1962 quedó sin efecto por la AG/RES. 2438 (XXXIX-O/09); la participación depende de un diálogo que no se ha celebrado.',
     'A decisão de 1962 ficou sem efeito pela AG/RES. 2438 (XXXIX-O/09); a participação depende de um diálogo que não se realizou.',
     'La décision de 1962 a été levée par l''AG/RES. 2438 (XXXIX-O/09) ; la participation dépend d''un dialogue qui n''a pas eu lieu.',
     'AG/RES. 2438 (XXXIX-O/09)', 'seed'),
    ('NIC', '2023-11-19', 'WITHDRAWN',
     'Denunciation of the Charter notified on 19 November 2021, effective two years later (article 143).',
     'Denuncia de la Carta notificada el 19 de noviembre de 2021, con efecto dos años después (artículo 143).',
     'Denúncia da Carta notificada em 19 de novembro de 2021, com efeito dois anos depois (artigo 143).',
     'Dénonciation de la Charte notifiée le 19 novembre 2021, avec effet deux ans plus tard (article 143).',
     'OAS Charter, article 143', 'seed'),
    ('VEN', '2023-01-01', 'UNDER_CLARIFICATION',
     'The seat is vacant; the product takes no position.',
     'El asiento está vacante; el sistema no adopta posición alguna.',
     'O assento está vago; o sistema não adota posição alguma.',
     'Le siège est vacant ; le système ne prend pas position.',
     'Public record', 'seed');

-- Days on which the seat in Washington, D.C. does not work: defaults that an administrator may correct.
insert into holiday (day, name_en) values
    ('2024-01-01', 'New Year''s Day'),
    ('2024-01-15', 'Martin Luther King Jr. Day'),
    ('2024-02-19', 'Presidents'' Day'),
    ('2024-03-29', 'Good Friday'),
    ('2024-05-27', 'Memorial Day'),
    ('2024-06-19', 'Juneteenth'),
    ('2024-07-04', 'Independence Day'),
    ('2024-09-02', 'Labor Day'),
    ('2024-11-28', 'Thanksgiving Day'),
    ('2024-12-25', 'Christmas Day'),
    ('2025-01-01', 'New Year''s Day'),
    ('2025-01-20', 'Martin Luther King Jr. Day'),
    ('2025-02-17', 'Presidents'' Day'),
    ('2025-04-18', 'Good Friday'),
    ('2025-05-26', 'Memorial Day'),
    ('2025-06-19', 'Juneteenth'),
    ('2025-07-04', 'Independence Day'),
    ('2025-09-01', 'Labor Day'),
    ('2025-11-27', 'Thanksgiving Day'),
    ('2025-12-25', 'Christmas Day'),
    ('2026-01-01', 'New Year''s Day'),
    ('2026-01-19', 'Martin Luther King Jr. Day'),
    ('2026-02-16', 'Presidents'' Day'),
    ('2026-04-03', 'Good Friday'),
    ('2026-05-25', 'Memorial Day'),
    ('2026-06-19', 'Juneteenth'),
    ('2026-07-04', 'Independence Day'),
    ('2026-09-07', 'Labor Day'),
    ('2026-11-26', 'Thanksgiving Day'),
    ('2026-12-25', 'Christmas Day'),
    ('2027-01-01', 'New Year''s Day'),
    ('2027-01-18', 'Martin Luther King Jr. Day'),
    ('2027-02-15', 'Presidents'' Day'),
    ('2027-03-26', 'Good Friday'),
    ('2027-05-31', 'Memorial Day'),
    ('2027-06-19', 'Juneteenth'),
    ('2027-07-04', 'Independence Day'),
    ('2027-09-06', 'Labor Day'),
    ('2027-11-25', 'Thanksgiving Day'),
    ('2027-12-25', 'Christmas Day');
