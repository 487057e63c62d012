using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Terms;

/// <summary>All settings, the last recorded first: their ids are in that order (UUIDv7).</summary>
internal sealed class ListTermSettings(ExpertTableDbContext db)
{
    public async Task<ListTermSettingsResponse> RunAsync(ListTermSettingsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<TermSetting>().AsNoTracking();
        if (request.Term != V1.Term.Unspecified)
        {
            var term = (Term)request.Term;
            query = query.Where(s => s.Term == term);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(s => s.Id < last);
        }

        var page = await query.OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListTermSettingsResponse { Settings = { page.Take(size).Select(s => s.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListTermSettingsValidator : AbstractValidator<ListTermSettingsRequest>
{
    public ListTermSettingsValidator()
    {
        RuleFor(r => r.Term).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
