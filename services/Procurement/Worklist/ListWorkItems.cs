using System.Globalization;
using FluentValidation;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Worklist;

/// <summary>The clocks that run on a day, the first due first.</summary>
internal sealed class ListWorkItems(WorkReader reader, TermReader terms, TimeProvider time)
{
    public async Task<ListWorkItemsResponse> RunAsync(ListWorkItemsRequest request, ProviderScope scope, string? municipality, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var wanted = request.ProviderId.Length > 0 ? Guid.ParseExact(request.ProviderId, "D") : scope.ProviderId;
        if (wanted is { } provider && !scope.Allows(provider))
            return new ListWorkItemsResponse();
        var ahead = (await terms.ReadAsync(ct)).On(Term.WorklistDays, day);
        var page = await reader.ReadAsync(
            new WorkQuestion(day, request.OverdueOnly ? day.AddDays(-1) : day.AddDays(ahead))
            {
                Kinds = [.. request.Kinds.Select(kind => kind.ToString())],
                ProviderId = wanted,
                MunicipalityId = municipality,
                Owner = request.Owner,
                After = PageToken.Read(request, request.PageToken, parts: 3) is { } key ? Place(key) : null,
            },
            size + 1,
            ct);
        var response = new ListWorkItemsResponse { Items = { page.Take(size).Select(item => item.ToProto(day)) } };
        if (page.Count > size)
            response.NextPageToken = Token(request, page[size - 1]);
        return response;
    }

    private static string Token(ListWorkItemsRequest request, WorkItem last) =>
        PageToken.After(request, last.DueOn.ToString("O", CultureInfo.InvariantCulture), last.Kind, last.SubjectId.ToString("D"));

    private static (DateOnly DueOn, string Kind, Guid SubjectId) Place(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
        && Enum.TryParse<WorkKind>(key[1], out _)
        && Guid.TryParseExact(key[2], "D", out var id)
            ? (due, key[1], id)
            : throw PageToken.Invalid();
}

internal sealed class ListWorkItemsValidator : AbstractValidator<ListWorkItemsRequest>
{
    private const int MostKinds = 50;
    private const int MostOwnerCharacters = 200;

    public ListWorkItemsValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.Kinds).Must(kinds => kinds.Count <= MostKinds).WithMessage($"Give at most {MostKinds} kinds.");
        RuleForEach(r => r.Kinds).IsInEnum().NotEqual(WorkKind.Unspecified);
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.Owner).IsLineOrEmpty(MostOwnerCharacters);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
