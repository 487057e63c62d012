using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Responsibilities;

/// <summary>
/// The map of a region on a day, topic by topic, with gaps and doubles. A region has tens of topics, so the map is read
/// whole, and the page is taken from what was found.
/// </summary>
internal sealed class ListResponsibilities(MunicipalitiesDbContext db, RegisterCache register, TimeProvider time)
{
    public async Task<ListResponsibilitiesResponse> RunAsync(ListResponsibilitiesRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.RegionId, "region_id");
        var size = PageSize.From(request.PageSize);
        var last = PageToken.Read(request, request.PageToken, parts: 1) is [var code] ? code : "";

        var map = await MapAsync(snapshot, request.RegionId, AsOf.OrToday(request.AsOf, time), ct);
        var page = map.Where(t => string.CompareOrdinal(t.Topic.Code, last) > 0 && (t.HasFindings || !request.FindingsOnly)).Take(size + 1).ToList();
        var response = new ListResponsibilitiesResponse { Topics = { page.Take(size).Select(t => t.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Topic.Code);
        return response;
    }

    private static IReadOnlyList<MapMember> Members(RegisterSnapshot register, string regionId, DateOnly day)
    {
        var procurement = register.MembershipsOn(day).Where(m => m.Membership.RegionKind == Register.RegionKind.Procurement)
            .ToDictionary(m => m.Municipality.Id, m => m.Membership.RegionId);
        return
        [
            .. register.MembershipsOn(day).Where(m => m.Membership.RegionId == regionId)
                .Select(m => new MapMember(m.Municipality.Id, procurement.GetValueOrDefault(m.Municipality.Id))),
        ];
    }

    private async Task<IEnumerable<TopicOnDay>> MapAsync(RegisterSnapshot snapshot, string regionId, DateOnly day, CancellationToken ct)
    {
        var members = Members(snapshot, regionId, day);
        var topics = await db.Set<ResponsibilityTopic>().AsNoTracking().Where(t => t.RegionId == regionId).ToListAsync(ct);
        var onDay = db.Database.SqlQuery<Guid>($"select id as \"Value\" from responsibility where validity @> {day}");
        var responsibilities = await db.Set<Responsibility>().AsNoTracking().Where(r => onDay.Contains(r.Id)).ToListAsync(ct);
        var byTopic = responsibilities.ToLookup(r => r.TopicId);
        return topics.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => ResponsibilityMap.Of(t, [.. byTopic[t.Id]], members));
    }
}

internal sealed class ListResponsibilitiesValidator : AbstractValidator<ListResponsibilitiesRequest>
{
    public ListResponsibilitiesValidator()
    {
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
