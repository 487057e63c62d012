using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>What if there were more people, or more cases, in the next quarter.</summary>
internal sealed class PreviewCapacity(ExpertTableDbContext db, CapacityReader office, TermReader terms, TimeProvider time)
{
    private const int Quarters = 4;

    public async Task<PreviewCapacityResponse> RunAsync(PreviewCapacityRequest request, CancellationToken ct)
    {
        var start = CapacityForecast.NextQuarter(time.DutchToday());
        var year = await office.YearAsync(start, ct);
        var expected = request.HasExpectedCount ? request.ExpectedCount : await UsualAsync(ct);
        var forecast = CapacityForecast.Of(new CapacityQuestion(
            request.HasGuideCount ? request.GuideCount : year.Guides.Count,
            request.HasCasesPerGuide ? request.CasesPerGuide : year.PerGuide,
            request.HasCasesInAll ? request.CasesInAll : year.InAll,
            [.. year.Guides.Select(g => g.Taken)],
            year.Taken,
            await office.WaitingAsync(ct),
            expected));
        var response = new PreviewCapacityResponse
        {
            StartDate = start.ToProto(),
            PlaceCount = forecast.Places,
            DemandCount = forecast.Demand,
            WaitingCount = forecast.Waiting,
            NeededGuideCount = forecast.NeededGuides,
            LimitedByTotal = forecast.LimitedByTotal,
        };
        await AddStaffAsync(response, request, start, expected, ct);
        return response;
    }

    private async Task AddStaffAsync(PreviewCapacityResponse response, PreviewCapacityRequest request, DateOnly start, int expected, CancellationToken ct)
    {
        var book = await terms.ReadAsync(ct);
        var open = db.Set<Case>().Where(c => c.State != Cases.CaseState.Closed && c.State != Cases.CaseState.Returned);
        var (all, brokered) = (await open.CountAsync(ct), await open.CountAsync(c => c.CareBrokerId != null, ct));
        var staff = (await db.Set<StaffMember>().AsNoTracking().ToListAsync(ct)).FindAll(m => m.Validity.Contains(start));

        var brokers = BrokerForecast.Of(
            brokered,
            all,
            expected,
            request.HasCareBrokerCount ? request.CareBrokerCount : staff.Count(m => m.Kind == StaffKind.CareBroker),
            request.HasCasesPerCareBroker ? request.CasesPerCareBroker : book.On(Terms.Term.CareBrokerCases, start));
        response.CareBrokerCaseCount = brokers.Cases;
        response.CareBrokerPlaceCount = brokers.Places;
        response.CareBrokerShortCount = brokers.Short;
        response.NeededCareBrokerCount = brokers.Needed;

        var chairs = ChairForecast.Of(
            request.HasChairMinutesPerMonth ? request.ChairMinutesPerMonth : staff.Where(m => m.Kind == StaffKind.Chair).Sum(m => m.MinutesPerMonth),
            all + expected,
            request.HasChairMinutesPerCase ? request.ChairMinutesPerCase : book.On(Terms.Term.ChairCaseMinutes, start));
        response.ChairMinutes = chairs.Minutes;
        response.ChairNeededMinutes = chairs.Needed;
        response.ChairShortMinutes = chairs.Short;
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
    private const int MostMinutes = 1_000_000;

    public PreviewCapacityValidator()
    {
        RuleFor(r => r.GuideCount).InclusiveBetween(0, Most);
        RuleFor(r => r.CasesPerGuide).InclusiveBetween(1, Most).When(r => r.HasCasesPerGuide);
        RuleFor(r => r.CasesInAll).InclusiveBetween(0, Most);
        RuleFor(r => r.ExpectedCount).InclusiveBetween(0, Most);
        RuleFor(r => r.CareBrokerCount).InclusiveBetween(0, Most);
        RuleFor(r => r.CasesPerCareBroker).InclusiveBetween(1, Most).When(r => r.HasCasesPerCareBroker);
        RuleFor(r => r.ChairMinutesPerMonth).InclusiveBetween(0, MostMinutes);
        RuleFor(r => r.ChairMinutesPerCase).InclusiveBetween(0, Most);
    }
}
