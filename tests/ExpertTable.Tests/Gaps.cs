using System.Security.Cryptography;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about what inspectorates found missing that are right, for tests to send or to spoil.</summary>
internal static class Gaps
{
    public static InspectionGapService.InspectionGapServiceClient GapsAs(this ExpertTableHost host, string role = Roles.Regiomanager) =>
        new(host.Invoker(TestTokens.For(role)));

    public static RecordInspectionGapRequest Report(Date? day = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Subject = GapSubject.ComplexDivorce,
        Source = new() { Title = "Vervolgtoezicht kwetsbare kinderen onvoldoende beschermd", Place = "regiorapport Groningen en Drenthe" },
        ReportedDate = day ?? Day(2021, 7, 15),
        Wanted = "Een plan dat leidt tot een toereikend hulpaanbod bij complexe scheidingen.",
    };

    public static PlanInspectionGapRequest Plan(string id, Date? day = null, Date? due = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        Plan = new() { PlannedDate = day ?? Day(2021, 9, 1), Text = "Samen inkopen.", Owner = "Inkoopteam", DueDate = due ?? Day(2022, 3, 1) },
    };

    public static StartInspectionGapRequest Start(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, StartDate = Day(2021, 10, 1) };

    public static AddInspectionProofRequest Prove(string id, string? hash = null) => new()
    {
        RequestId = ExpertTableHost.NewId(), Id = id, Proof = new() { Title = "Contract met een aanbieder", Sha256 = hash ?? NewHash(), DocumentDate = Day(2021, 12, 1) },
    };

    public static SolveInspectionGapRequest Solve(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, SolvedDate = Day(2022, 1, 1) };

    public static JudgeInspectionGapRequest Judge(string id, bool accepted = true) => new()
    {
        RequestId = ExpertTableHost.NewId(), Id = id, Judgement = new() { JudgedDate = Day(2022, 2, 1), Accepted = accepted, Explanation = "Zo gezien bij regulier toezicht." },
    };

    public static string NewHash() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static async Task<string> ReportedAsync(this ExpertTableHost host) => (await host.GapsAs().RecordInspectionGapAsync(Report())).Gap.Id;

    public static async Task<string> PlannedAsync(this ExpertTableHost host)
    {
        var id = await host.ReportedAsync();
        await host.GapsAs().PlanInspectionGapAsync(Plan(id));
        return id;
    }

    /// <summary>In progress, with a proof.</summary>
    public static async Task<string> ProvenAsync(this ExpertTableHost host)
    {
        var id = await host.PlannedAsync();
        await host.GapsAs().StartInspectionGapAsync(Start(id));
        await host.GapsAs().AddInspectionProofAsync(Prove(id));
        return id;
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
