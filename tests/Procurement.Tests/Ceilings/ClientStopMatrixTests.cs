using System.Reflection;
using Regio.Procurement.Ceilings;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Ceilings;

/// <summary>Every method of a client stop in every state: one that runs, one that was looked at again, one that is lifted.</summary>
public sealed class ClientStopMatrixTests
{
    private static readonly DateOnly Begin = new(2026, 2, 1);
    private static readonly DateOnly End = new(2026, 6, 1);
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly Dictionary<string, Func<ClientStop>> States = new()
    {
        ["Running"] = Running,
        ["Reviewed"] = () => After(Running(), stop => stop.Review(new DateOnly(2026, 4, 1), Today)),
        ["Lifted"] = () => After(Running(), stop => stop.Lift(End)),
    };

    [Theory]
    [InlineData("Running", "Review 2026-01-31", "CLIENT_STOP_REVIEW_OUTSIDE")]
    [InlineData("Running", "Review 2026-02-01", null)]
    [InlineData("Running", "Review 2026-12-02", "FACT_IN_THE_FUTURE")]
    [InlineData("Running", "Lift 2026-02-01", "CLIENT_STOP_END")]
    [InlineData("Running", "Lift 2026-02-02", null)]
    [InlineData("Reviewed", "Review 2026-03-31", "CLIENT_STOP_REVIEW_OUTSIDE")]
    [InlineData("Reviewed", "Review 2026-04-01", null)]
    [InlineData("Reviewed", "Lift 2026-06-01", null)]
    [InlineData("Lifted", "Review 2026-05-31", null)]
    [InlineData("Lifted", "Review 2026-06-01", "CLIENT_STOP_REVIEW_OUTSIDE")]
    [InlineData("Lifted", "Lift 2026-07-01", "CLIENT_STOP_LIFTED")]
    public void Each_method_is_allowed_where_it_belongs_and_refused_everywhere_else(string state, string call, string? reason)
    {
        var stop = States[state]();
        var version = stop.Version;
        var (method, day) = (call.Split(' ')[0], DateOnly.Parse(call.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        void Call()
        {
            if (method == nameof(ClientStop.Review))
                stop.Review(day, Today);
            else
                stop.Lift(day);
        }

        if (reason is null)
        {
            Call();
            Assert.Equal(version + 1, stop.Version);
            return;
        }

        Assert.Equal(reason, Assert.Throws<DomainException>(Call).Rule.Code);
        Assert.Equal(version, stop.Version);
    }

    [Fact]
    public void The_matrix_names_every_method_that_changes_a_stop() => Assert.Equal(
        [nameof(ClientStop.Lift), nameof(ClientStop.Review)],
        typeof(ClientStop).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(void) && !method.IsSpecialName).Select(method => method.Name).Order());

    private static ClientStop Running() => ClientStop.Record(
        Guid.CreateVersion7(), Guid.CreateVersion7(), productId: null, location: "", ClientStopDeclarer.Provider, Begin, new Validity(Begin, null), "Personeel", noticeDays: 0,
        new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));

    private static ClientStop After(ClientStop stop, Action<ClientStop> change)
    {
        change(stop);
        return stop;
    }
}
