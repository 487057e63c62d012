using Regio.Common.V1;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Planning;

/// <summary>Ways to have a plan or a law in the state that a test needs.</summary>
internal sealed class PlanWays(MunicipalitiesHost host)
{
    public static readonly Source Letter = new() { Title = "brief 20240411.001", Place = "bijlage planning" };

    public static CreatePlanRequest Creating() =>
        new() { RequestId = GeneratedRequest.NewId(), Plan = new() { RegionId = "JHRD", Title = $"Planning {Guid.NewGuid():N}" } };

    public static RegisterLawRequest Registering() => new()
    {
        RequestId = GeneratedRequest.NewId(), Law = new() { Code = $"wet-{Guid.NewGuid():N}", Title = "Wet reikwijdte Jeugdwet", Kind = LawKind.Act, Aliases = { "Hervormingswet" } },
    };

    public static AddMilestoneRequest Adding(string plan, string code = "adoption") => new()
    {
        RequestId = GeneratedRequest.NewId(),
        PlanId = plan,
        Milestone = new() { Code = code, Title = "Vaststelling door de raden" },
        FirstDate = Vague(2025, 4, 1, DatePrecision.Quarter),
        Source = Letter,
    };

    public static RecordMilestoneDateRequest Dating(string plan, MilestoneDateKind kind, VagueDate date, string code = "adoption") => new()
    {
        RequestId = GeneratedRequest.NewId(),
        PlanId = plan,
        MilestoneCode = code,
        Date = new() { Kind = kind, Date = date, Source = Letter, Reason = kind == MilestoneDateKind.Forecast ? "Zienswijzen na de zomer." : "" },
    };

    public static RecordLawDateRequest Stepping(string law, int year) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        LawCode = law,
        Date = new() { Status = LawStatus.InForce, Date = new() { Year = year, Month = 1, Day = 1 }, Precision = DatePrecision.Day, Source = new() { Title = "Kamerbrief" } },
    };

    public static VagueDate Vague(int year, int month, int day, DatePrecision precision) => new() { Date = new() { Year = year, Month = month, Day = day }, Precision = precision };

    public async Task<string> PlanAsync() => (await host.Planning.CreatePlanAsync(Creating())).Plan.Id;

    public async Task<string> WithMilestoneAsync()
    {
        var plan = await PlanAsync();
        await host.Planning.AddMilestoneAsync(Adding(plan));
        return plan;
    }

    public async Task<string> LawAsync() => (await host.Laws.RegisterLawAsync(Registering())).Law.Code;

    public async Task<Plan> ReadAsync(string plan, Date? asOf = null) => (await host.Planning.GetPlanAsync(new() { Id = plan, AsOf = asOf })).Plan;

    public static SetBaselineRequest Basing(string plan, string title = "Brief april 2024") =>
        new() { RequestId = RoundWays.NewId(), PlanId = plan, Baseline = new() { Title = title, Source = Letter } };
}
