using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Planning;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Laws;

/// <summary>Laws by code, with all that was recorded of their steps.</summary>
internal sealed class ListLaws(MunicipalitiesDbContext db)
{
    public async Task<ListLawsResponse> RunAsync(ListLawsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Law>().AsNoTracking();
        if (request.Name.Trim() is { Length: > 0 } name)
        {
            // The register holds tens of laws, so they are looked through.
            query = query.Where(l => EF.Functions.ILike(l.Code, Pattern(name)) || EF.Functions.ILike(l.Title, Pattern(name)) || l.Aliases.Any(a => EF.Functions.ILike(a, Pattern(name))));
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is [var last])
            query = last.Contains('\0', StringComparison.Ordinal) ? throw PageToken.Invalid() : query.Where(l => l.Code.CompareTo(last) > 0);
        var page = await query.OrderBy(l => l.Code).Take(size + 1).Include(l => l.Dates).ToListAsync(ct);
        var response = new ListLawsResponse { Laws = { page.Take(size).Select(l => l.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Code);
        return response;
    }

    // The name itself, in whatever case: what stands for any character does not.
    private static string Pattern(string name) =>
        name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}

internal sealed class ListLawsValidator : AbstractValidator<ListLawsRequest>
{
    public ListLawsValidator()
    {
        RuleFor(r => r.Name).IsLineOrEmpty(PlanningFieldRules.MostTitleCharacters);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
