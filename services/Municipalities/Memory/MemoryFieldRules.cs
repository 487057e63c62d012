using FluentValidation;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Memory;

/// <summary>Limits of requests on the decision memory.</summary>
internal static class MemoryFieldRules
{
    public const int MostTitleCharacters = 200;
    public const int MostAuthorCharacters = 120;
    public const int MostReferenceCharacters = 80;
    private const int MostLinkCharacters = 500;

    /// <summary>An address on the web; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsLinkOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length == 0 || IsLink(text))
            .WithMessage($"Give an address of at most {MostLinkCharacters} characters that starts with https:// or http://, or leave it empty.");

    private static bool IsLink(string text) =>
        text.Length <= MostLinkCharacters
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0;
}

internal sealed class DocumentReferenceValidator : AbstractValidator<V1.DocumentReference?>
{
    public DocumentReferenceValidator()
    {
        RuleFor(d => d!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(d => d!.MunicipalityId).IsMunicipalityId().When(d => d!.MunicipalityId.Length > 0);
        RuleFor(d => d!.Subject).IsSubject();
        RuleFor(d => d!.Title).IsLine(MemoryFieldRules.MostTitleCharacters);
        RuleFor(d => d!.Author).IsLine(MemoryFieldRules.MostAuthorCharacters);
        RuleFor(d => d!.Reference).IsLineOrEmpty(MemoryFieldRules.MostReferenceCharacters);
        RuleFor(d => d!.Date).IsDayOrAbsent();
        RuleFor(d => d!.DatePrecision).IsInEnum().NotEqual(V1.DatePrecision.Unspecified);
        RuleFor(d => d!.ContentHash).IsContentHash();
        RuleFor(d => d!.Link).IsLinkOrEmpty();
        RuleFor(d => d!.Summary).IsText().When(d => d!.Summary.Length > 0);
        RuleFor(d => d!.CorrectsId).IsUuid().When(d => d!.CorrectsId.Length > 0);
    }
}
