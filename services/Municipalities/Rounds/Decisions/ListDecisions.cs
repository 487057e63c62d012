using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>The decisions in a round, by number.</summary>
internal sealed class ListDecisions(MunicipalitiesDbContext db)
{
    public async Task<ListDecisionsResponse> RunAsync(ListDecisionsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var after = NumberToken.Read(request, request.PageToken);
        var round = Guid.ParseExact(request.RoundId, "D");
        await db.RequireAsync(round, "round_id", ct);
        var query = db.Set<RoundDecision>().AsNoTracking().Where(x => EF.Property<Guid>(x, RoundParts.RoundId) == round && x.Number > after);
        if (request.BodyId.Length > 0)
            query = query.Where(d => d.BodyId == request.BodyId);
        var page = await query.OrderBy(x => x.Number).Take(size + 1).ToListAsync(ct);
        var response = new ListDecisionsResponse { Decisions = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = NumberToken.After(request, page[size - 1].Number);
        return response;
    }
}

internal sealed class ListDecisionsValidator : AbstractValidator<ListDecisionsRequest>
{
    public ListDecisionsValidator()
    {
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.BodyId).IsBodyId().When(r => r.BodyId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
