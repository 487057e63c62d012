using Regio.Procurement.Agenda;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Agenda;

/// <summary>What is known of a vision, whatever the order in which it was told, and what that means for a tranche.</summary>
public sealed class VisionTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Dictionary<char, Action<Vision>> Told = new()
    {
        ['A'] = vision => vision.Adopt(4, "JHRD", 1, Day),
        ['R'] = vision => vision.Reopen(5, "JHRD"),
        ['B'] = vision => vision.Adopt(8, "JHRD", 2, Day.AddYears(1)),
        ['L'] = vision => vision.Lapse(9, "JHRD", 1),
        ['N'] = vision => vision.Lapse(10, "JHRD", 0),
    };

    [Theory]
    [InlineData("", "NotAdopted", true)]
    [InlineData("R", "NotAdopted", true)]
    [InlineData("A", "Adopted", false)]
    [InlineData("AR", "UnderRevision", false)]
    [InlineData("RA", "UnderRevision", false)]
    [InlineData("ARB", "Adopted", false)]
    [InlineData("BRA", "Adopted", false)]
    [InlineData("ABL", "Adopted", false)]
    [InlineData("LAB", "Adopted", false)]
    [InlineData("ARBLN", "Lapsed", true)]
    [InlineData("NLBRA", "Lapsed", true)]
    public void What_was_told_last_counts_in_whatever_order_it_comes(string told, string standing, bool blocked)
    {
        var vision = new Vision(Guid.CreateVersion7());
        foreach (var letter in told)
            Told[letter](vision);

        Assert.Equal((standing, blocked), (vision.Standing.ToString(), Tranche.IsBlocked(vision)));
    }

    [Fact]
    public void What_is_told_twice_changes_nothing()
    {
        var vision = new Vision(Guid.CreateVersion7());
        Told['A'](vision);
        var version = vision.Version;
        Told['A'](vision);

        Assert.Equal(version, vision.Version);
    }

    [Fact]
    public void A_tranche_names_what_blocks_it()
    {
        var tranche = Tranche.Plan(Guid.CreateVersion7(), ("ZD", 1), "Ambulante hulp", Guid.CreateVersion7(), new Validity(Day, null), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var lapsed = new Vision(tranche.VisionRoundId);
        Told['N'](lapsed);

        Assert.Equal("unknown", Assert.Throws<DomainException>(() => tranche.RequireVision(null)).Metadata["vision"]);
        Assert.Equal("lapsed", Assert.Throws<DomainException>(() => tranche.RequireVision(lapsed)).Metadata["vision"]);
    }
}
