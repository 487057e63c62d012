using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>The views and comments in a round with the weighing of each remark, by number: what a response memo is made of.</summary>
internal sealed class ListViews(MunicipalitiesDbContext db)
{
    public async Task<ListViewsResponse> RunAsync(ListViewsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var after = NumberToken.Read(request, request.PageToken);
        var round = Guid.ParseExact(request.RoundId, "D");
        await db.RequireAsync(round, "round_id", ct);
        var page = await Filtered(request, round).Where(v => v.Number > after).OrderBy(v => v.Number).Take(size + 1)
            .Include(v => v.Remarks).AsSplitQuery().ToListAsync(ct);
        var response = new ListViewsResponse { Views = { page.Take(size).Select(v => v.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = NumberToken.After(request, page[size - 1].Number);
        return response;
    }

    private IQueryable<RoundView> Filtered(ListViewsRequest request, Guid round)
    {
        var query = db.Set<RoundView>().AsNoTracking().Where(v => EF.Property<Guid>(v, RoundParts.RoundId) == round);
        if (request.VersionNumber > 0)
            query = query.Where(v => v.VersionNumber == request.VersionNumber);
        if (request.BodyId.Length > 0)
            query = query.Where(v => v.BodyId == request.BodyId);
        if (request.BodyKind != BodyKind.Unspecified)
        {
            var suffix = BodyId.SuffixOf(request.BodyKind.ToKind());
            query = query.Where(v => v.BodyId!.EndsWith(suffix));
        }

        return query;
    }
}

internal sealed class ListViewsValidator : AbstractValidator<ListViewsRequest>
{
    public ListViewsValidator()
    {
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.VersionNumber).GreaterThanOrEqualTo(0);
        RuleFor(r => r.BodyId).IsBodyId().When(r => r.BodyId.Length > 0);
        RuleFor(r => r.BodyKind).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
