using Regio.Procurement.Providers.Admissions;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.Providers;

/// <summary>Every step of an admission in every state, and what a provider is by them.</summary>
public sealed class AdmissionMatrixTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>By which steps each state is reached, and which steps it then allows.</summary>
    private static readonly Dictionary<string, (string Path, string Allowed)> States = new()
    {
        ["None"] = ("", "Applied"),
        ["Applied"] = ("Applied", "Admitted Refused Withdrawn"),
        ["Admitted"] = ("Applied Admitted", "Suspended Withdrawn"),
        ["Refused"] = ("Applied Refused", "Applied"),
        ["Suspended"] = ("Applied Admitted Suspended", "Admitted Withdrawn"),
        ["Withdrawn"] = ("Applied Admitted Withdrawn", "Applied"),
    };

    public static TheoryData<string, string> Matrix()
    {
        var rows = new TheoryData<string, string>();
        foreach (var state in States.Keys)
        {
            foreach (var step in Enum.GetNames<AdmissionState>())
                rows.Add(state, step);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_step_is_taken_where_it_may_follow_and_refused_everywhere_else(string state, string step)
    {
        var (path, allowed) = States[state];
        var admission = In(path);
        var before = admission.Steps.Count;
        var asked = Enum.Parse<AdmissionState>(step);

        if (Words(allowed).Contains(asked))
        {
            var taken = Take(admission, asked, First);
            Assert.Equal((before + 1, asked, (AdmissionState?)asked), (taken.Number, taken.State, admission.State));
            return;
        }

        var refused = Assert.Throws<DomainException>(() => Take(admission, asked, First));
        Assert.Equal(("ADMISSION_STEP_NOT_NEXT", before), (refused.Rule.Code, admission.Steps.Count));
        Assert.Equal(string.Join(", ", Words(allowed).Select(word => word.ToString().ToLowerInvariant())), refused.Metadata["allowed"]);
    }

    [Fact]
    public void Every_state_is_in_the_matrix() =>
        Assert.Equal(Enum.GetNames<AdmissionState>().Append("None").Order(), States.Keys.Order());

    [Fact]
    public void A_step_holds_not_before_the_one_that_it_follows_and_not_in_the_future()
    {
        var admission = In("Applied");

        Assert.Equal("ADMISSION_STEP_EARLY", Assert.Throws<DomainException>(() => Take(admission, AdmissionState.Admitted, First.AddDays(-1))).Rule.Code);
        Assert.Equal("FACT_IN_THE_FUTURE", Assert.Throws<DomainException>(() => Take(admission, AdmissionState.Admitted, Today.AddDays(1))).Rule.Code);
    }

    [Fact]
    public void A_day_knows_the_last_step_that_held_on_it()
    {
        var admission = In("");
        Take(admission, AdmissionState.Applied, First);
        Take(admission, AdmissionState.Admitted, First.AddDays(10));

        Assert.Equal(
            [null, AdmissionState.Applied, AdmissionState.Admitted],
            new[] { First.AddDays(-1), First.AddDays(9), First.AddDays(10) }.Select(admission.On));
    }

    [Theory]
    [InlineData("None", false, false, "Candidate")]
    [InlineData("None", false, true, "Candidate")]
    [InlineData("None", true, false, "Active")]
    [InlineData("None", true, true, "HeightenedSupervision")]
    [InlineData("Applied", false, false, "Candidate")]
    [InlineData("Refused", false, false, "Candidate")]
    [InlineData("Admitted", false, false, "Admitted")]
    [InlineData("Admitted", false, true, "HeightenedSupervision")]
    [InlineData("Admitted", true, false, "Active")]
    [InlineData("Suspended", true, true, "Suspended")]
    [InlineData("Withdrawn", false, true, "Ended")]
    [InlineData("Withdrawn", true, false, "Active")]
    public void What_a_provider_is_follows_from_its_admission_its_lines_and_its_supervision(string state, bool delivers, bool heightened, string standing) =>
        Assert.Equal(standing, Standings.Of(Enum.TryParse<AdmissionState>(state, out var known) ? known : null, delivers, heightened).ToString());

    private static IEnumerable<AdmissionState> Words(string states) => states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AdmissionState>);

    private static Admission In(string path)
    {
        var admission = new Admission(Guid.CreateVersion7(), []);
        foreach (var step in Words(path))
            Take(admission, step, First);
        return admission;
    }

    private static AdmissionStep Take(Admission admission, AdmissionState step, DateOnly day) => admission.Take(Guid.CreateVersion7(), step, day, "Besluit", (Today, Now));
}
