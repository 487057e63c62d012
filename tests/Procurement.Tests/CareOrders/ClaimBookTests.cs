using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Claims;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What may be claimed on what is assigned.</summary>
public sealed class ClaimBookTests
{
    private static readonly CareArrival s_arrival = new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, new DateOnly(2026, 3, 3));
    private static readonly CareSides s_sides = new("GM0106", "73000001", IsFromMunicipality: false);
    private static readonly DateOnly s_month = new(2026, 2, 1);

    private readonly List<CareClaimLine> _lines = [];

    [Fact]
    public void A_line_within_the_assignment_at_the_tariff_of_the_day_is_taken() =>
        Assert.Null(Book().Claim(Line("a"), Keys("a")).Broken);

    [Theory]
    [InlineData("TR338", "another assignment")]
    [InlineData("TR339", "another category")]
    [InlineData("TR340", "another code")]
    [InlineData("TR319", "a month ahead")]
    [InlineData("TR307", "before")]
    [InlineData("TR308", "after")]
    [InlineData("TR387", "begins late")]
    [InlineData("TR388", "ends early")]
    [InlineData("TR341", "another unit")]
    [InlineData("TR321", "too much")]
    [InlineData("TR418", "another tariff")]
    [InlineData("TR346", "another amount")]
    public void A_line_that_does_not_fit_is_refused_by_its_rule(string rule, string what)
    {
        var line = Line("a");
        var period = line.ProductPeriode;
        switch (what)
        {
            case "another assignment": line.ToewijzingNummer = 2; break;
            case "another category": line.ProductCategorie = "54"; break;
            case "another code": line.ProductCode = "45A98"; break;
            case "a month ahead": (period.Begindatum, period.Einddatum) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)); break;
            case "before": (period.Begindatum, period.Einddatum) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)); break;
            case "after": (period.Begindatum, period.Einddatum) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)); break;
            case "begins late": period.Begindatum = new DateOnly(2026, 2, 2); break;
            case "ends early": period.Einddatum = new DateOnly(2026, 2, 27); break;
            case "another unit": line.Eenheid = "16"; break;
            case "too much": Amount(line, 11, 9500); break;
            case "another tariff": Amount(line, 1, 9501); break;
            default: line.IngediendBedrag.Bedrag = 9501; break;
        }

        var (broken, taken) = Book(what == "after" ? new DateOnly(2026, 2, 15) : null).Claim(line, Keys("a"));

        Assert.Equal(rule, broken?.Rule.Number);
        Assert.Null(taken);
    }

    [Fact]
    public void A_reference_and_a_period_are_claimed_once()
    {
        var book = Book();
        book.Claim(Line("a"), Keys("a"));

        Assert.Equal("TR314", book.Claim(Line("a"), Keys("a")).Broken?.Rule.Number);
        Assert.Equal("TR389", book.Claim(Line("b"), Keys("b")).Broken?.Rule.Number);
    }

    [Fact]
    public void A_credit_takes_a_line_back_once_and_makes_room_for_another()
    {
        var book = Book();
        book.Claim(Line("a"), Keys("a"));

        Assert.Equal("TR323", book.Credit(Line("b", "x"), Keys("b", "x")).Broken?.Rule.Number);
        var other = Line("b", "a");
        Amount(other, 9, 9500);
        Assert.Equal("TR323", book.Credit(other, Keys("b", "a")).Broken?.Rule.Number);
        var (broken, credit) = book.Credit(Line("b", "a"), Keys("b", "a"));
        Assert.Null(broken);
        Assert.Equal((-10L, -95_000L, false), (credit!.Volume, credit.Cents, credit.IsOpen));
        Assert.Equal("TR390", book.Credit(Line("c", "a"), Keys("c", "a")).Broken?.Rule.Number);
        Assert.Null(book.Claim(Line("d"), Keys("d")).Broken);
    }

    [Fact]
    public void The_whole_of_an_assignment_is_not_exceeded_by_months_that_each_fit()
    {
        // Three hours a week from 7 October to 30 December 2025: 13 weeks; the months touch 4, 5 and 5.
        var care = new AssignedCare("45", "45A99", new DateOnly(2025, 10, 7), new DateOnly(2025, 12, 30), null, 3, "04", "2", null);

        Assert.Equal(12, AssignedVolume.Within(care, new DateOnly(2025, 10, 7), new DateOnly(2025, 10, 31), "04"));
        Assert.Equal(15, AssignedVolume.Within(care, new DateOnly(2025, 11, 1), new DateOnly(2025, 11, 30), "04"));
        Assert.Equal(15, AssignedVolume.Within(care, new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 30), "04"));
        Assert.Equal(39, AssignedVolume.InAll(care, new DateOnly(2025, 12, 30), "04"));
        Assert.Equal(39 * 60, AssignedVolume.InAll(care, new DateOnly(2025, 12, 30), "01"));
    }

    [Theory]
    [InlineData(14_250, 158, null)]
    [InlineData(14_250, 159, "TR418")]
    [InlineData(14_220, 158, "TR346")]
    public void An_hour_tariff_claimed_in_minutes_is_rounded_once(long cents, long tariff, string? rule)
    {
        // € 95.00 an hour is 158.33 cents a minute: 158 for information, 14,250 cents for 90 minutes.
        var line = Line("a");
        line.Eenheid = "01";
        (line.GeleverdVolume, line.ProductTarief, line.IngediendBedrag.Bedrag) = (90, tariff, cents);

        Assert.Equal(rule, Book().Claim(line, Keys("a")).Broken?.Rule.Number);
    }

    [Fact]
    public void A_tariff_of_a_month_is_not_claimed_for_a_broken_first_month_and_in_full_for_a_broken_last_one()
    {
        var last = new DateOnly(2026, 3, 15);
        var book = Book(last, unit: "Month");
        var broken = Line("a");
        (broken.ProductPeriode.Begindatum, broken.ProductPeriode.Einddatum) = (CareLetters.FirstDay, new DateOnly(2026, 1, 31));
        Amount(broken, 1, 9500);
        var ending = Line("b");
        (ending.ProductPeriode.Begindatum, ending.ProductPeriode.Einddatum) = (new DateOnly(2026, 3, 1), last);
        Amount(ending, 1, 9500);

        Assert.Equal("SAP-GI 1.3", book.Claim(broken, Keys("a")).Broken?.Rule.Number);
        Assert.Null(book.Claim(ending, Keys("b", month: new DateOnly(2026, 3, 1))).Broken);
    }

    private ClaimBook Book(DateOnly? end = null, string unit = "Hour")
    {
        var assignment = CareAssignment.Receive(Guid.CreateVersion7(), s_sides, Guid.CreateVersion7(), CareLetters.Assigned(1, end: end), s_arrival);
        AgreedTariff[] tariffs = [new(Guid.CreateVersion7(), "help", "45", "45A99", "ZD", unit, 9500, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1))];
        return new ClaimBook([assignment], _lines, tariffs.ToLookup(tariff => (tariff.Category, tariff.Code)));
    }

    private static LineKeys Keys(string reference, string? earlier = null, DateOnly? month = null) => new(
        Guid.CreateVersion7(), s_arrival.MessageId, month ?? s_month, CareFiles.Bytes(reference), earlier is null ? null : CareFiles.Bytes(earlier));

    private static Prestatie Line(string reference, string? earlier = null)
    {
        var line = new Prestatie
        {
            ProductReferentie = new() { ReferentieNummer = reference, VorigReferentieNummer = earlier is null ? default : new Value<string>(earlier) },
            ToewijzingNummer = 1,
            ProductCategorie = "45",
            ProductCode = "45A99",
            ProductPeriode = new() { Begindatum = s_month, Einddatum = new DateOnly(2026, 2, 28) },
            Eenheid = "04",
            IngediendBedrag = new() { DebetCredit = earlier is null ? "D" : "C" },
        };
        Amount(line, 10, 9500);
        return line;
    }

    private static void Amount(Prestatie line, long volume, long tariff) =>
        (line.GeleverdVolume, line.ProductTarief, line.IngediendBedrag.Bedrag) = (volume, tariff, volume * tariff);
}
