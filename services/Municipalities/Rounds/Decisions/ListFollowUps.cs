using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>The motions, pledges and carried remarks of a round, by number.</summary>
internal sealed class ListFollowUps(MunicipalitiesDbContext db)
{
    public async Task<ListFollowUpsResponse> RunAsync(ListFollowUpsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var after = NumberToken.Read(request, request.PageToken);
        var round = Guid.ParseExact(request.RoundId, "D");
        await db.RequireAsync(round, "round_id", ct);
        var query = db.Set<FollowUp>().AsNoTracking().Where(x => EF.Property<Guid>(x, RoundParts.RoundId) == round && x.Number > after);
        if (request.OpenOnly)
            query = query.Where(f => f.DoneOn == null && !f.Dropped);
        var page = await query.OrderBy(x => x.Number).Take(size + 1).ToListAsync(ct);
        var response = new ListFollowUpsResponse { FollowUps = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = NumberToken.After(request, page[size - 1].Number);
        return response;
    }
}

internal sealed class ListFollowUpsValidator : AbstractValidator<ListFollowUpsRequest>
{
    public ListFollowUpsValidator()
    {
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
