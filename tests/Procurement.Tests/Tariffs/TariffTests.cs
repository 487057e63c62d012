using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Tariffs;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Tariffs;

public sealed class TariffTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly TariffSubject Line = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), TariffUnit.Hour);
    private static readonly Validity Active = new(new DateOnly(2026, 1, 1), new DateOnly(2029, 1, 1));

    private static readonly Dictionary<string, (TariffState[] From, string Otherwise, Action<Tariff> Call)> Methods = new()
    {
        [nameof(Tariff.Substantiate)] = ([TariffState.Draft], "TARIFF_NOT_DRAFT", tariff => tariff.Substantiate(Elements(tariff.Cents), "kostprijsonderzoek")),
        [nameof(Tariff.Object)] = (
            [TariffState.Substantiated, TariffState.Adopted, TariffState.Replaced], "TARIFF_NOT_PROPOSED",
            tariff => tariff.Object(Guid.CreateVersion7(), "te laag", Today)),
        [nameof(TariffAdoption)] = (
            [TariffState.Substantiated], "TARIFF_NOT_SUBSTANTIATED",
            tariff => tariff.Adopt(TariffAdoption.Of(tariff, Active, [], Today, Guid.NewGuid).InForce, Now)),
        [nameof(Tariff.AnswerObjection)] = ([], "TARIFF_OBJECTION_UNKNOWN", tariff => tariff.AnswerObjection(Guid.NewGuid(), uphold: true, "ja")),
    };

    public static TheoryData<string, string> Matrix()
    {
        var rows = new TheoryData<string, string>();
        foreach (var method in Methods.Keys)
        {
            foreach (var state in Enum.GetNames<TariffState>())
                rows.Add(method, state);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_method_is_allowed_in_its_own_states_and_refused_in_every_other(string method, string state)
    {
        var (from, otherwise, call) = Methods[method];
        var tariff = In(Enum.Parse<TariffState>(state));
        var version = tariff.Version;

        if (from.Contains(tariff.State))
        {
            call(tariff);
            Assert.Equal(version + 1, tariff.Version);
            return;
        }

        Assert.Equal(otherwise, Assert.Throws<DomainException>(() => call(tariff)).Rule.Code);
        Assert.Equal((state, version), (tariff.State.ToString(), tariff.Version));
    }

    [Fact]
    public void The_elements_add_up_to_the_tariff_to_the_cent()
    {
        var tariff = In(TariffState.Draft);

        var refused = Assert.Throws<DomainException>(() => tariff.Substantiate(Elements(tariff.Cents - 1), "x"));
        Assert.Equal(("TARIFF_ELEMENTS_DIFFER", "9499", "9500"), (refused.Rule.Code, refused.Metadata["elements_cents"], refused.Metadata["tariff_cents"]));
    }

    [Fact]
    public void A_tariff_from_a_coming_day_takes_the_place_of_the_old_one_from_that_day()
    {
        var old = Tariff.Agreed(Guid.CreateVersion7(), Line, 90_00, Active, "test", Now);

        var (adopted, adoption) = Adopt([old], "2027-01-01", "2029-01-01");

        Assert.Equal(new Validity(Active.From, adopted.Validity.From), old.InForce);
        Assert.Equal((TariffState.Adopted, TariffState.Adopted), (old.State, adopted.State));
        Assert.Empty(adoption.Corrections);
    }

    [Fact]
    public void A_definitive_tariff_corrects_a_provisional_one_over_the_days_that_have_passed()
    {
        var provisional = Tariff.Draft(Guid.CreateVersion7(), Line, 90_00, Active, provisional: true, "test", Now);
        provisional.Substantiate(Elements(90_00), "voorlopig");
        provisional.Adopt(Active, Now);

        var (_, adoption) = Adopt([provisional], "2026-03-01", "2029-01-01");

        var correction = Assert.Single(adoption.Corrections);
        Assert.Equal((new Validity(new DateOnly(2026, 3, 1), Today), 5_00L, provisional.Id), (correction.Period, correction.DifferenceCents, correction.CorrectedId));
        Assert.Equal(new DateOnly(2026, 3, 1), provisional.InForce!.Value.Until);
    }

    [Fact]
    public void A_definitive_tariff_is_not_replaced_over_days_that_have_passed()
    {
        var definitive = Tariff.Agreed(Guid.CreateVersion7(), Line, 90_00, Active, "test", Now);

        var refused = Assert.Throws<DomainException>(() => Adopt([definitive], "2026-06-30", "2029-01-01"));
        Assert.Equal(("TARIFF_DEFINITIVE", "2026-06-30"), (refused.Rule.Code, refused.Metadata["from"]));
        Adopt([definitive], "2026-07-01", "2029-01-01");
    }

    [Theory]
    [InlineData("2025-12-31", "2029-01-01", "TARIFF_OUTSIDE_LINE")]
    [InlineData("2028-01-01", "2029-01-02", "TARIFF_OUTSIDE_LINE")]
    [InlineData("2028-01-01", null, "TARIFF_OUTSIDE_LINE")]
    public void A_tariff_holds_inside_the_days_of_its_line(string from, string? until, string reason) =>
        Assert.Equal(reason, Assert.Throws<DomainException>(() => Adopt([], from, until)).Rule.Code);

    [Fact]
    public void No_sequence_of_adoptions_leaves_a_day_of_the_line_without_a_tariff_or_with_two()
    {
        var step = from start in Gen.Choose(0, 35) from length in Gen.Choose(1, 36) from provisional in Gen.Choose(0, 1) select (start, length, provisional == 1);
        Prop.ForAll(Gen.ListOf(step).ToArbitrary(), steps =>
        {
            var held = new List<Tariff> { Tariff.Agreed(Guid.NewGuid(), Line, 90_00, Active, "test", Now) };
            foreach (var (start, length, provisional) in steps)
            {
                var from = Active.From.AddMonths(start);
                var until = from.AddMonths(length) is var end && end < Active.Until ? end : Active.Until;
                TryAdopt(held, new Validity(from, until), provisional);
            }

            for (var day = Active.From; day < Active.Until; day = day.AddMonths(1))
                Assert.Single(held, tariff => tariff.InForce is { } range && range.Contains(day));
            Assert.All(held, tariff => Assert.Equal(tariff.State == TariffState.Adopted, tariff.InForce is not null));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    // index = forecast(t+1) + (definitive(t) - forecast(t)): wage 4.00 + (5.10 - 4.60) = 4.50, material 2.00 + (1.50 - 2.50) = 1.00
    [InlineData(100_00, "100", 104_50)]
    [InlineData(100_00, "0", 101_00)]
    [InlineData(100_00, "80", 103_80)]
    [InlineData(95_37, "85.5", 99_18)]
    [InlineData(1_00, "0", 1_01)]
    [InlineData(50, "0", 51)]
    [InlineData(49, "0", 49)]
    public void Indexation_puts_the_forecast_of_last_year_right_and_rounds_once(long cents, string wageShare, long expected)
    {
        var indexed = TariffIndexation.Of(cents, 2027, decimal.Parse(wageShare, CultureInfo.InvariantCulture), Figures());

        Assert.Equal((4.50m, 1.00m, expected), (indexed.WagePercent, indexed.MaterialPercent, indexed.Cents));
    }

    [Fact]
    public void The_later_record_of_a_figure_counts_and_a_missing_one_is_named()
    {
        var later = Figure(TariffIndexKind.Wage, 2027, 6.00m, null, later: true);
        Assert.Equal(6.50m, TariffIndexation.Of(100_00, 2027, 100, [.. Figures(), later]).WagePercent);

        var refused = Assert.Throws<DomainException>(() => TariffIndexation.Of(100_00, 2028, 100, Figures()));
        Assert.Equal(("TARIFF_INDEX_MISSING", "2028", "forecast"), (refused.Rule.Code, refused.Metadata["year"], refused.Metadata["figure"]));
        refused = Assert.Throws<DomainException>(() => TariffIndexation.Of(100_00, 2028, 100, [.. Figures(), Figure(TariffIndexKind.Wage, 2028, 1m, null)]));
        Assert.Equal(("2027", "definitive"), (refused.Metadata["year"], refused.Metadata["figure"]));
    }

    [Fact]
    public void An_objection_is_answered_once()
    {
        var tariff = In(TariffState.Adopted);
        tariff.Object(Guid.CreateVersion7(), "te laag", Today);
        var id = tariff.Objections[0].Id;
        tariff.AnswerObjection(id, uphold: false, "onderbouwd");

        Assert.Equal((TariffObjectionState.Rejected, "onderbouwd"), (tariff.Objections[0].State, tariff.Objections[0].Reason));
        Assert.Equal("TARIFF_OBJECTION_ANSWERED", Assert.Throws<DomainException>(() => tariff.AnswerObjection(id, uphold: true, "toch")).Rule.Code);
    }

    private static Tariff In(TariffState state)
    {
        var tariff = Tariff.Draft(Guid.CreateVersion7(), Line, 95_00, Active, provisional: false, "test", Now);
        if (state != TariffState.Draft)
            tariff.Substantiate(Elements(95_00), "kostprijsonderzoek");
        if (state is TariffState.Adopted or TariffState.Replaced)
            tariff.Adopt(Active, Now);
        if (state == TariffState.Replaced)
            tariff.YieldTo(Active, Guid.NewGuid);
        Assert.Equal(state, tariff.State);
        return tariff;
    }

    private static (Tariff Adopted, TariffAdoption Adoption) Adopt(IReadOnlyList<Tariff> held, string from, string? until)
    {
        var validity = new Validity(Day(from), until is null ? null : Day(until));
        var tariff = Tariff.Draft(Guid.CreateVersion7(), Line, 95_00, validity, provisional: false, "test", Now);
        tariff.Substantiate(Elements(95_00), "kostprijsonderzoek");
        var adoption = TariffAdoption.Of(tariff, Active, held, Today, Guid.NewGuid);
        tariff.Adopt(adoption.InForce, Now);
        return (tariff, adoption);
    }

    private static void TryAdopt(List<Tariff> held, Validity validity, bool provisional)
    {
        var tariff = Tariff.Draft(Guid.NewGuid(), Line, 95_00, validity, provisional, "test", Now);
        tariff.Substantiate(Elements(95_00), "x");
        try
        {
            var adoption = TariffAdoption.Of(tariff, Active, held, Today, Guid.NewGuid);
            tariff.Adopt(adoption.InForce, Now);
            held.AddRange([tariff, .. adoption.Continued]);
        }
        catch (DomainException refused) when (refused.Rule.Code == "TARIFF_DEFINITIVE")
        {
            Assert.Equal(TariffState.Substantiated, tariff.State);
        }
    }

    private static CostElements Elements(long total) => new(total - 30, 10, 5, 10, 5);

    private static List<TariffIndex> Figures() =>
    [
        Figure(TariffIndexKind.Wage, 2026, 4.60m, 5.10m), Figure(TariffIndexKind.Wage, 2027, 4.00m, null),
        Figure(TariffIndexKind.Material, 2026, 2.50m, 1.50m), Figure(TariffIndexKind.Material, 2027, 2.00m, null),
    ];

    private static TariffIndex Figure(TariffIndexKind kind, int year, decimal forecast, decimal? definitive, bool later = false) => new()
    {
        Id = Guid.CreateVersion7(later ? Now.AddDays(1) : Now),
        Kind = kind,
        Year = year,
        ForecastPercent = forecast,
        DefinitivePercent = definitive,
        Source = new Source("Index", ""),
        RecordedAt = Now,
        RecordedBy = "test",
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
