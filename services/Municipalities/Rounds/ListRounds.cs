using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>The rounds, newest first. Their ids are in the order of drafting (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListRounds(MunicipalitiesDbContext db)
{
    public async Task<ListRoundsResponse> RunAsync(ListRoundsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = Filtered(request);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(r => r.Id < last);
        }

        var page = await query.OrderByDescending(r => r.Id).Take(size + 1)
            .Include(r => r.Steps).Include(r => r.Bodies).Include(r => r.Texts).AsSplitQuery().ToListAsync(ct);
        var response = new ListRoundsResponse { Rounds = { page.Take(size).Select(r => r.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }

    private IQueryable<Round> Filtered(ListRoundsRequest request)
    {
        var query = db.Set<Round>().AsNoTracking();
        if (request.RegionId.Length > 0)
            query = query.Where(r => r.RegionId == request.RegionId);
        if (request.Kind != V1.RoundKind.Unspecified)
        {
            var kind = (RoundKind)request.Kind;
            query = query.Where(r => r.Kind == kind);
        }

        if (request.State != V1.RoundState.Unspecified)
        {
            var state = (RoundState)request.State;
            query = query.Where(r => r.State == state);
        }

        return query;
    }
}

internal sealed class ListRoundsValidator : AbstractValidator<ListRoundsRequest>
{
    public ListRoundsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
