using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>What if there were more guides, or more cases, in the next quarter.</summary>
internal sealed class PreviewCapacity(ExpertTableDbContext db, CapacityReader office, TimeProvider time)
{
    private const int Quarters = 4;

    public async Task<PreviewCapacityResponse> RunAsync(PreviewCapacityRequest request, CancellationToken ct)
    {
        var start = CapacityForecast.NextQuarter(time.DutchToday());
        var year = await office.YearAsync(start, ct);
        var forecast = CapacityForecast.Of(new CapacityQuestion(
            request.HasGuideCount ? request.GuideCount : year.Guides.Count,
            request.HasCasesPerGuide ? request.CasesPerGuide : year.PerGuide,
            request.HasCasesInAll ? request.CasesInAll : year.InAll,
            [.. year.Guides.Select(g => g.Taken)],
            year.Taken,
            await office.WaitingAsync(ct),
            request.HasExpectedCount ? request.ExpectedCount : await UsualAsync(ct)));
        return new PreviewCapacityResponse
        {
            StartDate = start.ToProto(),
            PlaceCount = forecast.Places,
            DemandCount = forecast.Demand,
            WaitingCount = forecast.Waiting,
            NeededGuideCount = forecast.NeededGuides,
            LimitedByTotal = forecast.LimitedByTotal,
        };
    }

    /// <summary>Cases of the last twelve months that took a place or wait for one, for each quarter.</summary>
    private async Task<int> UsualAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow().AddYears(-1);
        var asked = await db.Set<GuidePlace>().CountAsync(p => p.AssignedAt >= since, ct)
            + await db.Set<Case>().CountAsync(c => c.WaitingSince >= since, ct);
        return (asked + Quarters - 1) / Quarters;
    }
}

internal sealed class PreviewCapacityValidator : AbstractValidator<PreviewCapacityRequest>
{
    private const int Most = 10_000;

    public PreviewCapacityValidator()
    {
        RuleFor(r => r.GuideCount).InclusiveBetween(0, Most);
        RuleFor(r => r.CasesPerGuide).InclusiveBetween(1, Most).When(r => r.HasCasesPerGuide);
        RuleFor(r => r.CasesInAll).InclusiveBetween(0, Most);
        RuleFor(r => r.ExpectedCount).InclusiveBetween(0, Most);
    }
}
