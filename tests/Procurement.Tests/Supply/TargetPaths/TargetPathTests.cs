using Regio.Procurement.Supply.TargetPaths;
using Regio.Procurement.Tests.Contracts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Supply.TargetPaths;

/// <summary>What a path aims at, and how far it is kept.</summary>
public sealed class TargetPathTests
{
    private static readonly DateOnly January = new(2026, 1, 1);

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", 20)]
    [InlineData("2026-06-30", 20)]
    [InlineData("2026-07-01", 12)]
    [InlineData("2040-01-01", 12)]
    public void A_point_holds_from_its_day_until_the_next_and_the_last_one_for_good(string day, int? places) =>
        Assert.Equal(places, Path((January, 20), (January.AddMonths(6), 12)).On(DateOnly.Parse(day, null)));

    [Fact]
    public void It_is_read_on_its_days_before_the_day_that_is_asked_about_and_on_that_day()
    {
        var path = Path((January, 20), (January.AddMonths(6), 12));

        Assert.Equal([January, January.AddMonths(6)], path.DaysUntil(January.AddMonths(6)));
        Assert.Equal([January.AddDays(-1)], path.DaysUntil(January.AddDays(-1)));
    }

    [Fact]
    public void Stale_places_count_and_are_told_apart_and_what_nobody_reported_is_missing_and_not_none()
    {
        ContractedPlaces[] contracted =
        [
            new(Guid.CreateVersion7(), "Yorneo", "residential-care", 9, January),
            new(Guid.CreateVersion7(), "Accare", "residential-care", 6, January.AddDays(-32)),
            new(Guid.CreateVersion7(), "Elker", "residential-care", null, January),
            new(Guid.CreateVersion7(), "Elker", "secure-care", null, null),
        ];

        var read = Path((January, 12)).Read(January, contracted, staleDays: 31);

        Assert.Equal((12, 15, 3, 6, 2), (read.Target, read.Reported, read.Deviation, read.Stale, read.Missing));
    }

    [Fact]
    public void Before_its_first_day_a_path_has_nothing_to_deviate_from()
    {
        var read = Path((January, 12)).Read(January.AddDays(-1), [new(Guid.CreateVersion7(), "Yorneo", "residential-care", 9, January)], staleDays: 31);

        Assert.Equal((null, 9, null), (read.Target, read.Reported, read.Deviation));
    }

    [Fact]
    public void Each_path_of_a_region_has_the_next_version() => Assert.Equal(4, Set(3, ["residential-care"], [(January, 12)]).Version);

    [Theory]
    [InlineData("same day", "TARGET_PATH_ORDER", "path.points[1].start_date")]
    [InlineData("no stay", "TARGET_PATH_WITHOUT_STAY", "path.product_ids[1]")]
    [InlineData("twice", "TARGET_PATH_PRODUCT_TWICE", "path.product_ids[1]")]
    [InlineData("unknown", "PRODUCT_UNKNOWN", "path.product_ids[1]")]
    public void A_path_that_cannot_be_is_refused_at_its_field(string what, string reason, string field)
    {
        var refused = Assert.Throws<DomainException>(() => what switch
        {
            "same day" => Set(0, ["residential-care"], [(January, 12), (January, 11)]),
            "no stay" => Set(0, ["residential-care", "ambulatory-help"], [(January, 12)]),
            "twice" => Set(0, ["residential-care", "residential-care"], [(January, 12)]),
            _ => Set(0, ["residential-care", "nothing"], [(January, 12)]),
        });

        Assert.Equal((reason, field), (refused.Rule.Code, refused.Field));
    }

    private static TargetPath Path(params (DateOnly, int)[] points) => Set(0, ["residential-care"], points);

    private static TargetPath Set(long last, IReadOnlyList<string> products, IReadOnlyList<(DateOnly, int)> points) => TargetPath.Set(
        Guid.CreateVersion7(), last, new TargetPathTerms("ZD", products, points, "Besluit", new Source("Besluitenlijst", "")), Drafts.Catalogue, ("test", Drafts.Now));
}
