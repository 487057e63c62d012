using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>The bodies that exist on a day, as they were known at a moment, by id.</summary>
internal sealed class ListBodies(KnownThen known, TimeProvider time)
{
    public async Task<ListBodiesResponse> RunAsync(ListBodiesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        // The period of a body is given when it is registered and stays as it is.
        var existing = known.IdsOfBodiesOn(day);
        var query = known.Bodies(request.KnownAt).Where(b => existing.Contains(b.Id));
        if (request.RegionId.Length > 0)
            query = query.Where(b => b.RegionId == request.RegionId);
        if (PageToken.Read(request, request.PageToken, parts: 1) is [var last])
            query = query.Where(b => b.Id.CompareTo(last) > 0);

        var page = await known.ReadAsync(query.OrderBy(b => b.Id).Take(size + 1), request.KnownAt, ct);
        var response = new ListBodiesResponse { Bodies = { page.Take(size).Select(b => b.ToProto(day)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListBodiesValidator : AbstractValidator<ListBodiesRequest>
{
    public ListBodiesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
