using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about common threads that are right, for tests to send or to spoil, and half-years that no other test has.</summary>
internal static class Threads
{
    private static int s_halves = 2 * 1300;

    public static CommonThreadsService.CommonThreadsServiceClient ThreadsAs(this ExpertTableHost host, string role = Roles.Regiomanager, string? municipality = null) =>
        new(host.Invoker(TestTokens.For(role, municipality)));

    /// <summary>Long ago, so that nothing is counted in it.</summary>
    public static string OldHalfYear()
    {
        var number = Interlocked.Increment(ref s_halves);
        return $"{number / 2}-H{1 + (number % 2)}";
    }

    public static DrawUpThreadsRequest DrawUp(string halfYear, string text = "Er is te weinig aanbod voor wie niet thuis kan wonen.") =>
        new() { RequestId = ExpertTableHost.NewId(), HalfYear = halfYear, Text = text };

    public static EstablishThreadsRequest Establish(string id, Date? decided = null, Date? due = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        Decision = new()
        {
            DecidedDate = decided ?? Day(2026, 9, 3),
            DecidedBy = "Bestuurlijk overleg jeugdhulp",
            Measures = { new ThreadMeasure { What = "Twee plekken bij een gezinshuis inkopen.", Owner = "Inkoopteam", DueDate = due ?? Day(2027, 1, 1) } },
        },
    };

    public static CheckThreadsRequest Check(string id, ThreadCheckOutcome outcome = ThreadCheckOutcome.PartlySolved, Date? day = null) => new()
    {
        RequestId = ExpertTableHost.NewId(), Id = id, CheckedDate = day ?? Day(2026, 11, 2), Outcome = outcome, Explanation = "Er is één plek bij gekomen.",
    };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
