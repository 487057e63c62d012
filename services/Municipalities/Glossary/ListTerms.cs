using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Glossary;

/// <summary>The terms in alphabetical order. A glossary is a few hundred words, so it is read whole.</summary>
internal sealed class ListTerms(MunicipalitiesDbContext db)
{
    public async Task<ListTermsResponse> RunAsync(ListTermsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var after = PageToken.Read(request, request.PageToken, parts: 1)?[0];
        var meanings = await db.Set<GlossaryMeaning>().AsNoTracking().ToListAsync(ct);
        var page = Term.Of(meanings)
            .Where(t => t.Has(request.Text.Trim()) && (t.IsAmbiguous || !request.AmbiguousOnly))
            .Where(t => after is null || string.CompareOrdinal(Term.Key(t.Word), after) > 0)
            .Take(size + 1).ToList();
        var response = new ListTermsResponse { Terms = { page.Take(size).Select(t => t.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, Term.Key(page[size - 1].Word));
        return response;
    }
}

internal sealed class ListTermsValidator : AbstractValidator<ListTermsRequest>
{
    public ListTermsValidator()
    {
        RuleFor(r => r.Text).IsLineOrEmpty(DefineTermValidator.MostTermCharacters);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
