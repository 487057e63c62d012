using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>The places of a year, and what everybody has in hand.</summary>
internal sealed class GetCapacity(ExpertTableDbContext db, CapacityReader office, TimeProvider time)
{
    public async Task<GetCapacityResponse> RunAsync(GetCapacityRequest request, CancellationToken ct)
    {
        var today = time.DutchToday();
        var year = request.Year == 0 ? today.Year : request.Year;
        // Of a year that has passed its last day counts, of one to come its first.
        var day = year == today.Year ? today : year < today.Year ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1);
        var places = await office.YearAsync(day, ct);
        var response = new GetCapacityResponse
        {
            Year = year,
            Term = (await office.TermAsync(day, ct)).ToProto(),
            TakenCount = places.Taken,
            LeftCount = places.Left,
            WaitingCount = await office.WaitingAsync(ct),
        };
        response.Loads.AddRange(await LoadsAsync(year, places, ct));
        return response;
    }

    private async Task<IEnumerable<StaffLoad>> LoadsAsync(int year, GuideYears places, CancellationToken ct)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var members = await db.Set<StaffMember>().FromSql($"select * from staff_member where validity && daterange({first}, {next})")
            .AsNoTracking().OrderBy(m => m.Kind).ThenBy(m => m.Id).ToListAsync(ct);
        var taken = await office.TakenAsync(year, ct);
        var guided = await OpenAsync(db.Set<Case>().Where(c => c.GuideId != null).Select(c => new Held { MemberId = c.GuideId!.Value, State = c.State }), ct);
        var brokered = await OpenAsync(db.Set<Case>().Where(c => c.CareBrokerId != null).Select(c => new Held { MemberId = c.CareBrokerId!.Value, State = c.State }), ct);
        return members.Select(member => new StaffLoad
        {
            Member = member.ToProto(),
            TakenCount = taken.GetValueOrDefault(member.Id).Count,
            OverrideCount = taken.GetValueOrDefault(member.Id).Overrides,
            OpenCount = guided.GetValueOrDefault(member.Id) + brokered.GetValueOrDefault(member.Id),
            LeftCount = places.Guides.FirstOrDefault(g => g.GuideId == member.Id) is { } guide ? places.LeftOf(guide) : 0,
        });
    }

    private static Task<Dictionary<Guid, int>> OpenAsync(IQueryable<Held> held, CancellationToken ct) => held
        .Where(h => h.State != Cases.CaseState.Closed && h.State != Cases.CaseState.Returned)
        .GroupBy(h => h.MemberId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private sealed class Held
    {
        public Guid MemberId { get; init; }

        public Cases.CaseState State { get; init; }
    }
}

internal sealed class GetCapacityValidator : AbstractValidator<GetCapacityRequest>
{
    private const int FirstYear = 2015;
    private const int LastYear = 2100;

    public GetCapacityValidator() =>
        RuleFor(r => r.Year).Must(y => y is 0 or (>= FirstYear and <= LastYear)).WithMessage($"Give a year from {FirstYear} to {LastYear}, or 0 for this year.");
}
