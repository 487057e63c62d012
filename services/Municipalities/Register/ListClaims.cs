using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>The ledger of contradictions between sources, by topic.</summary>
internal sealed class ListClaims(RegisterHistory register)
{
    public async ValueTask<ListClaimsResponse> RunAsync(ListClaimsRequest request, CancellationToken ct)
    {
        var snapshot = await register.KnownAtAsync(request.KnownAt, ct);
        var size = PageSize.From(request.PageSize);
        var wanted = snapshot.Claims.Where(c => request.Topic.Length == 0 || c.Topic == request.Topic);
        if (PageToken.Read(request, request.PageToken, parts: 3) is [var topic, var title, var place])
            wanted = wanted.Where(c => string.CompareOrdinal(c.LedgerKey, Claim.KeyOf(topic, title, place)) > 0);

        var page = wanted.Take(size + 1).ToList();
        var response = new ListClaimsResponse { Claims = { page.Take(size).Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Topic, page[size - 1].SourceTitle, page[size - 1].SourcePlace);
        return response;
    }
}

internal sealed class ListClaimsValidator : AbstractValidator<ListClaimsRequest>
{
    public ListClaimsValidator()
    {
        RuleFor(r => r.Topic).IsTopicOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
