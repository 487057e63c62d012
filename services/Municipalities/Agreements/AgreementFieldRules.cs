using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Agreements;

/// <summary>Limits of requests on agreements.</summary>
internal static class AgreementFieldRules
{
    public const int MostLineCharacters = 200;
    public const int MostReferenceCharacters = 60;
    public const int MostOtherParties = 50;
    public const int MostNoticeMonths = 120;
    public const int MostAlertDays = 3650;
}

internal sealed class AgreementValidator : AbstractValidator<V1.Agreement?>
{
    public AgreementValidator()
    {
        RuleFor(a => a!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(a => a!.Kind).IsInEnum().NotEqual(V1.AgreementKind.Unspecified);
        RuleFor(a => a!.Form).IsInEnum();
        RuleFor(a => a!.Form).NotEqual(V1.JointArrangementForm.Unspecified).When(a => a!.Kind == V1.AgreementKind.JointArrangement);
        RuleFor(a => a!.Form).Equal(V1.JointArrangementForm.Unspecified).When(a => a!.Kind != V1.AgreementKind.JointArrangement);
        RuleFor(a => a!.Subject).IsLine(AgreementFieldRules.MostLineCharacters);
        RuleFor(a => a!.Reference).IsLineOrEmpty(AgreementFieldRules.MostReferenceCharacters);
        RuleFor(a => a!.MunicipalityIds).Must(ids => ids.Count is > 0 and <= MunicipalityRequestRules.MostMunicipalities && ids.Distinct().Count() == ids.Count)
            .WithMessage($"Name 1 to {MunicipalityRequestRules.MostMunicipalities} municipalities, each once.");
        RuleForEach(a => a!.MunicipalityIds).IsMunicipalityId();
        RuleFor(a => a!.OtherParties).Must(parties => parties.Count <= AgreementFieldRules.MostOtherParties)
            .WithMessage($"Name at most {AgreementFieldRules.MostOtherParties} other parties.");
        RuleForEach(a => a!.OtherParties).IsLine(AgreementFieldRules.MostLineCharacters);
        RuleFor(a => a!.NoticeMonths).InclusiveBetween(0, AgreementFieldRules.MostNoticeMonths);
        RuleFor(a => a!.AlertDays).InclusiveBetween(0, AgreementFieldRules.MostAlertDays);
        RuleFor(a => a!.Source).IsNamedSource();
    }
}

internal sealed class AddendumValidator : AbstractValidator<V1.Addendum?>
{
    public AddendumValidator()
    {
        RuleFor(a => a!.Subject).IsLine(AgreementFieldRules.MostLineCharacters);
        RuleFor(a => a!.SignedDate).IsDay();
        RuleFor(a => a!.StartDate).IsDay();
        RuleFor(a => a!.NewEndDate).IsDayOrAbsent();
        RuleFor(a => a!.ContentHash).IsContentHash();
    }
}

internal sealed class ObligationValidator : AbstractValidator<V1.Obligation?>
{
    public ObligationValidator()
    {
        RuleFor(o => o!.Text).IsLine(AgreementFieldRules.MostLineCharacters);
        RuleFor(o => o!.OwnerBodyId).IsBodyId();
        RuleFor(o => o!.DueDate).IsDay();
    }
}
