using Regio.CareMessages.Answers;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.MessageGenerator;

/// <summary>
/// A client over a year: request, assignment, start, change or pause, stop, and what is claimed in each month. It depends on the plan and the
/// index alone, so it is made again rather than kept.
/// </summary>
internal sealed class Life
{
    private const string Start = "/Bericht/Client/StartProducten/StartProduct[1]";
    private const string Stop = "/Bericht/Client/StopProducten/StopProduct[1]";
    private const long FirstNumber = 10_000_000;

    private readonly ChainPlan _plan;
    private readonly int _index;
    private readonly Random _chance;
    private readonly Random _errors;
    private readonly Person _person;
    private readonly PlannedOffer _offer;
    private readonly List<Letter> _letters = [];
    private readonly List<Line>[] _lines = [.. Enumerable.Range(0, 13).Select(_ => new List<Line>())];
    private readonly List<ToegewezenProduct> _assigned = [];

    public Life(ChainPlan plan, int index)
    {
        (_plan, _index) = (plan, index);
        var seed = unchecked((plan.Seed * 486_187_739) + (index * 16_777_619));
        (_chance, _errors) = (new Random(seed), new Random(~seed));
        _person = new Person(index, _chance);
        _offer = Provider.Offers[_chance.Next(Provider.Offers.Count)];
        Live();
    }

    public string Bsn => _person.Bsn;

    /// <summary>The letters that are sent within the year, by day.</summary>
    public IEnumerable<Letter> Letters => _letters.Where(letter => letter.Date.Year == _plan.Year).OrderBy(letter => letter.Date);

    /// <summary>What is claimed in the claim of a month, 1 to 12.</summary>
    public IReadOnlyList<Line> LinesOf(int month) => _lines[month];

    private PlannedProvider Provider => _plan.Providers[_index % _plan.Providers.Count];

    private int Pairs => _plan.Providers.Count * _plan.Municipalities.Count;

    private long Number => FirstNumber + (_index * 4L);

    private string Reference => $"V{_index}";

    private void Live()
    {
        var firstMonth = _chance.Next(1, 10);
        var lastMonth = Math.Min(12, firstMonth + _chance.Next(2, 9));
        var from = new DateOnly(_plan.Year, firstMonth, _chance.Next(1, 16));
        var end = LastDay(lastMonth);
        var decided = Assign(from, end);
        var begin = Later(from, decided.AddDays(1)).AddDays(_chance.Next(5));
        var way = _chance.NextDouble();
        if (way < 0.05)
            begin = StartWrongly(begin);
        SendStart(begin, Number);
        var number = Number;
        var lastDay = end;
        if (way is > 0.05 and < 0.2 && lastMonth - firstMonth >= 2)
            (begin, number) = Change(begin, _chance.Next(firstMonth + 2, lastMonth + 1));
        else if (way is > 0.2 and < 0.35 && lastMonth < 12)
            lastDay = Extend(lastMonth);
        else if (way is > 0.35 and < 0.45)
            begin = Pause(begin, firstMonth + 1);
        else if (way is > 0.45 and < 0.65)
            lastDay = new DateOnly(_plan.Year, _chance.Next(firstMonth + 1, lastMonth + 1), _chance.Next(1, 21));
        SendStop(begin, number, lastDay, way is > 0.45 and < 0.65 ? "32" : "31", lastDay.AddDays(2));
        Claim(from.Month < decided.Month ? decided.Month : from.Month, lastDay);
    }

    /// <summary>The assignment, perhaps asked for; returns the day of the decision.</summary>
    private DateOnly Assign(DateOnly from, DateOnly end)
    {
        var isAsked = _chance.NextDouble() < 0.4;
        var isLookedInto = _chance.NextDouble() < 0.15;
        var earliest = new DateOnly(_plan.Year, 1, 2);
        var asked = Later(earliest, from.AddDays(-24));
        var decided = !isAsked ? Later(earliest, from.AddDays(-7)) : asked.AddDays(isLookedInto ? 12 : 4);
        var size = _chance.Next(_offer.Least, _offer.Most + 1);
        var product = new ToegewezenProduct
        {
            ToewijzingNummer = Number,
            Product = new() { Categorie = _offer.Category, Code = _offer.Code },
            Toewijzingsdatum = decided,
            Toewijzingstijd = new TimeOnly(9, _index % 60),
            Ingangsdatum = from,
            Einddatum = end,
            Omvang = new() { Volume = size, Eenheid = _offer.Unit, Frequentie = _offer.Frequency },
        };
        if (isAsked)
        {
            product.ReferentieAanbieder = Reference;
            _letters.Add(new Letter(asked, MessageKind.Jw315, () => Request(from, end, size)));
            if (isLookedInto)
                _letters.Add(new Letter(asked.AddDays(2), MessageKind.Jw319, () => new Jw319 { Antwoord = new() { ReferentieAanbieder = Reference, VerzoekAntwoord = "2" } }));
        }

        _assigned.Add(product);
        SendFirstAssignment(decided, product);
        if (isAsked && Plants(PlantedError.ReusedRequestReference))
        {
            var later = new DateOnly(_plan.Year + 1, 1, 1);
            _letters.Add(new Letter(
                decided.AddDays(2), MessageKind.Jw315, () => Request(later, later.AddMonths(3), size),
                new Fault(PlantedError.ReusedRequestReference, "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]/ReferentieAanbieder")));
        }

        return decided;
    }

    private void SendFirstAssignment(DateOnly decided, ToegewezenProduct product)
    {
        if (Plants(PlantedError.OtherRelease))
            _letters.Add(Assignment(decided, [product]) with { Fault = new Fault(PlantedError.OtherRelease, "/", Fault.Text("/ijw/3_2/jw301/", "/ijw/3_1/jw301/")) });
        // The client before this one between the same two; its number must have been sent by now.
        if (Plants(PlantedError.ReusedAssignmentNumber) && _index >= Pairs && new Life(_plan, _index - Pairs)._assigned[0].Toewijzingsdatum.Data.Month <= decided.Month)
        {
            var taken = FirstNumber + ((_index - Pairs) * 4L);
            _letters.Add(Assignment(decided, [product]) with
            {
                Fault = new Fault(
                    PlantedError.ReusedAssignmentNumber, "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/ToewijzingNummer",
                    Fault.Text($"<ToewijzingNummer>{product.ToewijzingNummer.Data}<", $"<ToewijzingNummer>{taken}<")),
            });
        }

        _letters.Add(Assignment(decided, [product]));
        if (Plants(PlantedError.ReusedIdentification))
            _letters.Add(Assignment(decided.AddDays(1), [product]) with { Fault = new Fault(PlantedError.ReusedIdentification, "/Bericht/Header/BerichtIdentificatie/Identificatie"), RepeatsNumber = true });
    }

    /// <summary>A start with the wrong day, taken back: the right one is a day later.</summary>
    private DateOnly StartWrongly(DateOnly begin)
    {
        _letters.Add(Started(begin.AddDays(2), Number, begin, "1"));
        _letters.Add(Started(begin.AddDays(3), Number, begin, "3"));
        return begin.AddDays(1);
    }

    private void SendStart(DateOnly begin, long number)
    {
        var sent = begin.AddDays(3);
        var right = Started(sent, number, begin, "1");
        Before(right, PlantedError.ImpossibleDate, $"{Start}/Begindatum", Fault.Text($"<Begindatum>{begin:yyyy-MM-dd}<", $"<Begindatum>{begin:yyyy}-06-31<"));
        Before(right, PlantedError.Truncated, $"{Start}/Begindatum", bytes => bytes[..bytes.AsSpan().IndexOf("</Begindatum>"u8)]);
        Before(right, PlantedError.ByteOrderMark, "/", bytes => [0xEF, 0xBB, 0xBF, .. bytes]);
        Before(right, PlantedError.InvalidBsn, "/Bericht/Client/Bsn", Fault.Text($"<Bsn>{Bsn}<", $"<Bsn>{Bsn[..8]}{(Bsn[8] - '0' + 1) % 10}<"));
        if (Plants(PlantedError.UnknownAssignment))
            _letters.Add(Started(sent, number + 2, begin, "1") with { Fault = new Fault(PlantedError.UnknownAssignment, $"{Start}/ToewijzingNummer") });
        _letters.Add(right);
        if (Plants(PlantedError.SecondStart))
            _letters.Add(Started(sent, number, begin.AddDays(1), "1") with { Fault = new Fault(PlantedError.SecondStart, Start) });
    }

    private void SendStop(DateOnly begin, long number, DateOnly lastDay, string reason, DateOnly sent)
    {
        var right = Stopped(sent, number, begin, reason, lastDay);
        Before(right, PlantedError.UnknownCode, $"{Stop}/RedenBeeindiging", Fault.Text($"<RedenBeeindiging>{reason}<", "<RedenBeeindiging>99<"));
        if (Plants(PlantedError.StopBeforeStart))
            _letters.Add(Stopped(sent, number, begin, reason, begin.AddDays(-1)) with { Fault = new Fault(PlantedError.StopBeforeStart, $"{Stop}/Einddatum") });
        if (Plants(PlantedError.StopWithoutStart) && lastDay > begin)
            _letters.Add(Stopped(sent, number, begin.AddDays(1), reason, lastDay) with { Fault = new Fault(PlantedError.StopWithoutStart, $"{Stop}/Begindatum") });
        _letters.Add(right);
    }

    /// <summary>The provider asks for another size from a month on and gets it: the old assignment ends, another follows, and so does delivery.</summary>
    private (DateOnly Begin, long Number) Change(DateOnly begin, int month)
    {
        var first = new DateOnly(_plan.Year, month, 1);
        var old = _assigned[0];
        var size = old.Omvang!.Volume.Data == _offer.Most ? _offer.Least : _offer.Most;
        var request = new Verzoek
        {
            ReferentieAanbieder = $"W{_index}",
            RedenVerzoek = "1",
            TeWijzigenProducten =
            [
                new()
                {
                    ToewijzingNummer = Number,
                    GewensteIngangsdatum = first,
                    Einddatum = old.Einddatum,
                    Omvang = new() { Volume = size, Eenheid = _offer.Unit, Frequentie = _offer.Frequency },
                },
            ],
        };
        _letters.Add(new Letter(first.AddDays(-14), MessageKind.Jw317, () => new Jw317 { Client = new() { Bsn = Bsn, Verzoek = request } }));
        var granted = Grant.Of(request, _assigned, () => Number + 1, first.AddDays(-9).ToDateTime(new TimeOnly(11, 0)));
        _assigned.Clear();
        _assigned.AddRange(granted);
        _letters.Add(Assignment(first.AddDays(-9), granted));
        SendStop(begin, Number, first.AddDays(-1), "37", first.AddDays(2));
        SendStart(first, Number + 1);
        return (first, Number + 1);
    }

    /// <summary>The municipality lets an assignment last two months longer.</summary>
    private DateOnly Extend(int lastMonth)
    {
        var last = LastDay(Math.Min(12, lastMonth + 2));
        var decided = LastDay(lastMonth).AddDays(-12);
        var old = _assigned[0];
        _assigned[0] = new ToegewezenProduct
        {
            ToewijzingNummer = Number,
            Product = old.Product,
            Toewijzingsdatum = decided,
            Toewijzingstijd = new TimeOnly(10, 15),
            Ingangsdatum = old.Ingangsdatum,
            Einddatum = last,
            RedenWijziging = "04",
            Omvang = old.Omvang,
        };
        _letters.Add(Assignment(decided, [_assigned[0]]));
        return last;
    }

    private DateOnly Pause(DateOnly begin, int month)
    {
        var last = new DateOnly(_plan.Year, month, 9);
        SendStop(begin, Number, last, "20", last.AddDays(2));
        SendStart(last.AddDays(14), Number);
        return last.AddDays(14);
    }

    private void Claim(int firstMonth, DateOnly lastDay)
    {
        Line? earlier = null;
        for (var month = firstMonth; month <= lastDay.Month; month++)
        {
            foreach (var assigned in _assigned.Where(product => product.Ingangsdatum.Data <= LastDay(month) && product.Einddatum.Data >= new DateOnly(_plan.Year, month, 1)))
                earlier = ClaimMonth(assigned, month, earlier) ?? earlier;
        }

        var last = _assigned[^1];
        if (lastDay == last.Einddatum.Data && lastDay.Month < 12 && Plants(PlantedError.OutsideAssignment))
        {
            var after = lastDay.Month + 1;
            _lines[after].Add(new Line(
                last.ToewijzingNummer.Data, _offer, new DateOnly(_plan.Year, after, 1), LastDay(after), 1, _offer.TariffCents,
                $"{last.ToewijzingNummer.Data}-{after}n", Error: PlantedError.OutsideAssignment));
        }
    }

    /// <summary>A month of an assignment; returns the line that is right, unless it will be taken back.</summary>
    private Line? ClaimMonth(ToegewezenProduct assigned, int month, Line? earlier)
    {
        var number = assigned.ToewijzingNummer.Data;
        var from = Later(assigned.Ingangsdatum.Data, new DateOnly(_plan.Year, month, 1));
        var to = assigned.Einddatum.Data < LastDay(month) ? assigned.Einddatum.Data : LastDay(month);
        var (safe, limit) = Limits(assigned, from, to);
        var right = new Line(number, _offer, from, to, _chance.Next(Math.Max(1, safe / 2), safe + 1), _offer.TariffCents, $"{number}-{month}");
        var isCorrected = _chance.NextDouble() < 0.04;
        var claimed = month;
        if (month < 12 && Wrong(right, limit, earlier) is { } wrong)
        {
            _lines[month].Add(wrong);
            right = right with { Reference = $"{right.Reference}r" };
            claimed++;
        }

        _lines[claimed].Add(right);
        if (Plants(PlantedError.CreditOfUnknown))
            _lines[claimed].Add(right with { Reference = $"{number}-{month}u", Previous = $"{number}-{month}x", Error = PlantedError.CreditOfUnknown });
        if (claimed == 12)
            return right;
        if (isCorrected)
        {
            _lines[claimed + 1].Add(right with { Reference = $"{number}-{month}c", Previous = right.Reference });
            _lines[claimed + 1].Add(right with { Reference = $"{number}-{month}d", Volume = Math.Max(1, right.Volume - 1) });
            return null;
        }

        if (Plants(PlantedError.ClaimedTwice))
        {
            _lines[claimed + 1].Add(right with { Reference = $"{number}-{month}t", Error = PlantedError.ClaimedTwice });
        }

        return right;
    }

    private Line? Wrong(Line right, int limit, Line? earlier)
    {
        var wrong = right with { Reference = $"{right.Reference}f" };
        if (Plants(PlantedError.TooMuch))
            return wrong with { Volume = limit + 1, Error = PlantedError.TooMuch };
        if (Plants(PlantedError.WrongTariff))
            return wrong with { Tariff = right.Tariff + 1, Error = PlantedError.WrongTariff };
        if (Plants(PlantedError.UnknownAssignmentClaimed))
            return wrong with { Assignment = right.Assignment + 2, Error = PlantedError.UnknownAssignmentClaimed };
        // Not one that is claimed again in this very claim: that would be wrong within the message.
        if (Plants(PlantedError.ReusedLineReference) && earlier is not null && !earlier.Reference.EndsWith('r'))
            return wrong with { Reference = earlier.Reference, Error = PlantedError.ReusedLineReference };
        return null;
    }

    /// <summary>What may be claimed in a period (TR321), and what fits the whole of the assignment as well (TR322): a week that two months touch counts once there.</summary>
    private (int Safe, int Limit) Limits(ToegewezenProduct assigned, DateOnly from, DateOnly to)
    {
        var size = (int)assigned.Omvang!.Volume.Data;
        if (_offer.Frequency == "4")
            return (size, size);
        var weeks = ((Monday(to).DayNumber - Monday(from).DayNumber) / 7) + 1;
        return (size * Math.Max(1, weeks - 1), size * weeks);
    }

    private bool Plants(PlantedError error) => _errors.NextDouble() < _plan.Errors.GetValueOrDefault(error);

    private void Before(Letter right, PlantedError error, string path, Func<byte[], byte[]> spoil)
    {
        if (Plants(error))
            _letters.Add(right with { Fault = new Fault(error, path, spoil) });
    }

    private Letter Assignment(DateOnly sent, IReadOnlyList<ToegewezenProduct> products) =>
        new(sent, MessageKind.Jw301, () => new Jw301 { Client = _person.Assigned(products) });

    private Letter Started(DateOnly sent, long number, DateOnly begin, string status) => new(sent, MessageKind.Jw305, () => new Jw305
    {
        Client = With(_person.As(new StartClient()), client => client.StartProducten =
        [
            new() { ToewijzingNummer = number, Product = Product(), ToewijzingIngangsdatum = StartOf(number), Begindatum = begin, StatusAanlevering = status },
        ]),
    });

    private Letter Stopped(DateOnly sent, long number, DateOnly begin, string reason, DateOnly lastDay) => new(sent, MessageKind.Jw307, () => new Jw307
    {
        Client = With(_person.As(new StopClient()), client => client.StopProducten =
        [
            new()
            {
                ToewijzingNummer = number, Product = Product(), ToewijzingIngangsdatum = StartOf(number), Begindatum = begin,
                RedenBeeindiging = reason, Einddatum = lastDay, StatusAanlevering = "1",
            },
        ]),
    });

    private Jw315 Request(DateOnly from, DateOnly end, int size) => new()
    {
        Client = With(_person.As(new VerzoekClient()), client => client.AangevraagdeProducten =
        [
            new()
            {
                ReferentieAanbieder = Reference, Product = Product(), ToewijzingIngangsdatum = from, ToewijzingEinddatum = end,
                Omvang = new() { Volume = size, Eenheid = _offer.Unit, Frequentie = _offer.Frequency },
                Verwijzer = new() { Type = "02", Naam = "Huisartsenpraktijk Proef" },
            },
        ]),
    };

    private Product Product() => new() { Categorie = _offer.Category, Code = _offer.Code };

    private DateOnly StartOf(long number) => (_assigned.Find(product => product.ToewijzingNummer.Data == number) ?? _assigned[0]).Ingangsdatum.Data;

    private DateOnly LastDay(int month) => new(_plan.Year, month, DateTime.DaysInMonth(_plan.Year, month));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static T With<T>(T client, Action<T> fill)
    {
        fill(client);
        return client;
    }
}
