using Regio.Reporting.Reports;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Tests.Reports;

public sealed class EditionTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void An_edition_is_a_draft_when_all_its_reports_are_made()
    {
        var edition = Edition("GM0106", "GM0114");

        Assert.Equal("GM0106", edition.Next);
        edition.Made();
        Assert.Equal(("GM0114", EditionState.Drafting), (edition.Next, edition.State));
        edition.Made();
        Assert.Equal((null, EditionState.Draft), (edition.Next, edition.State));
    }

    [Fact]
    public void A_report_that_is_set_aside_holds_up_no_other()
    {
        var edition = Edition("GM0106", "GM0114");

        edition.SetAside();
        Assert.Equal(("GM0114", EditionState.Drafting), (edition.Next, edition.State));
        edition.Made();
        Assert.Equal((EditionState.Draft, 2, 1), (edition.State, edition.DoneCount, edition.SetAsideCount));
    }

    [Fact]
    public void Somebody_else_checks_before_it_is_published()
    {
        var edition = Edition("GM0106");
        edition.Made();

        Assert.Equal("CHECKED_BY_DRAFTER", Refused(() => edition.Check("maker", Now)));
        Assert.Equal("EDITION_STATE", Refused(() => edition.Publish("chef", Now)));
        edition.Check("lezer", Now);
        Assert.Equal("EDITION_STATE", Refused(() => edition.Check("ander", Now)));
        edition.Publish("maker", Now);
        Assert.Equal("EDITION_STATE", Refused(() => edition.Publish("chef", Now)));
        Assert.Equal((EditionState.Published, "lezer", "maker"), (edition.State, edition.CheckedBy, edition.PublishedBy));
    }

    private static string Refused(Action act) => Assert.Throws<DomainException>(act).Rule.Code;

    private static ReportEdition Edition(params string[] municipalities) =>
        new() { Id = Guid.CreateVersion7(), Title = "Najaar", MunicipalityIds = municipalities, DraftedAt = Now, DraftedBy = "maker" };
}
