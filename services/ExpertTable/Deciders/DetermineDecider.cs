using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Deciders;

/// <summary>Which municipality decides and pays, and why. Keeps nothing, so that it can be asked before there is a case.</summary>
internal sealed class DetermineDecider(MunicipalityRegister municipalities, TimeProvider time)
{
    public async Task<DetermineDeciderResponse> RunAsync(DetermineDeciderRequest request, CancellationToken ct)
    {
        var answer = ResponsibleMunicipality.On(request.Residences.ToDomain(), request.PresentMunicipalityId, request.Day?.ToDateOnly() ?? time.DutchToday());
        await municipalities.RequireKnownAsync(answer.MunicipalityId, answer.Field, ct);
        return new DetermineDeciderResponse { Decider = answer.ToProto() };
    }
}

internal sealed class DetermineDeciderValidator : AbstractValidator<DetermineDeciderRequest>
{
    public DetermineDeciderValidator()
    {
        RuleFor(r => r.Residences).Must(all => all.Count <= ResidenceValidator.Most).WithMessage($"Give at most {ResidenceValidator.Most} residences.");
        RuleForEach(r => r.Residences).SetValidator(new ResidenceValidator());
        RuleFor(r => r.PresentMunicipalityId).IsMunicipalityId().When(r => r.PresentMunicipalityId.Length > 0);
        RuleFor(r => r.Day).IsDayOrAbsent();
    }
}
