namespace Regio.CareMessages.Types;

/// <summary>The code lists of iJw 3.2, by the type that uses them; the number of the published list stands beside each.</summary>
internal static class CodeLists
{
    public static readonly IReadOnlyDictionary<SimpleType, CodeList> All = new Dictionary<SimpleType, CodeList>
    {
        [SimpleType.AanduidingWoonadres] = new("NUM061", "AB BY TO WW"),
        [SimpleType.AdresSoort] = new("COD757", "01 02 03 04"),
        [SimpleType.Communicatievorm] = new("COD747", "1 2 3"),
        [SimpleType.DatumGebruik] = new("COD170", "1 2 3"),
        [SimpleType.DebetCredit] = new("COD043", "C D"),
        [SimpleType.Eenheid] = new("WJ756", "01 04 14 16 82 83 84"),
        [SimpleType.Frequentie] = new("WMO757", "1 2 4 6"),
        [SimpleType.Geslacht] = new("COD046", "0 1 2"),
        [SimpleType.JaNee] = new("COD260", "1 2"),
        [SimpleType.JuridischeStatus] = new("WJ232", "01 02 03 04 05 11 12"),
        [SimpleType.LandCode] = new(
            "ISO 3166-1",
            """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
            CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
            FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
            JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
            MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
            PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
            TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
            """),
        [SimpleType.NaamGebruik] = new("COD700", "1 2 3 4 5 6"),
        [SimpleType.ProductCategorie] = new("JZ020", "31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55"),
        [SimpleType.RedenAfwijzingVerzoek] = new("WJ759", "1 2 3 4 5 6 7 8 9"),
        [SimpleType.RedenBeeindiging] = new("JZ588", "02 20 31 32 33 34 35 36 37 38 39"),
        [SimpleType.RedenVerzoek] = new("WJ758", "1 2"),
        [SimpleType.RedenWijziging] = new("JZ002", "01 02 03 04 05 06 07 08 09 10 11 12 13 14"),
        [SimpleType.RetourCode] = new(
            "WJ001",
            """
            0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 9321 9322 9326
            9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359 9360 9361 9365 9366 9367 9369 9373 9374
            9375 9379 9384 9385 9387 9388 9389 9390 9411 9412 9413 9414 9415 S300 S329
            """),
        [SimpleType.SoortRelatie] = new("COD472", "03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"),
        [SimpleType.StatusAanlevering] = new("COD467", "1 2 3 9"),
        [SimpleType.TypeVerwijzer] = new("COD327", "01 02 03 04 05 06 08"),
        [SimpleType.VerzoekAntwoord] = new("WJ760", "1 2"),
        [SimpleType.WettelijkeVertegenwoordiging] = new("WJ003", "06 07 08 09 10"),
    };
}
