using System.Globalization;
using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Costs;

/// <summary>Drafts a key; nothing is shared out by it before it is adopted.</summary>
internal sealed class DraftAllocationKey(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<DraftAllocationKeyResponse> RunAsync(DraftAllocationKeyRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => DraftAsync(request, moment, token), ct);

    private async Task<DraftAllocationKeyResponse> DraftAsync(DraftAllocationKeyRequest request, Moment moment, CancellationToken ct)
    {
        var asked = request.AllocationKey;
        var snapshot = await register.GetAsync(ct);
        var source = asked.Source.ToDomain();
        var percentages = asked.Weights.Select((weight, i) => new KeyPercentage
        {
            MunicipalityId = weight.MunicipalityId,
            Percentage = decimal.Parse(weight.Percentage, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            Rank = snapshot.Municipality(weight.MunicipalityId, $"allocation_key.weights[{i}].municipality_id").Rank,
            Source = source,
        });
        var key = AllocationKey.Draft(
            Guid.CreateVersion7(moment.Now), Purpose.OrDefault(asked.Purpose), source, asked.Remark.Trim(), percentages, asked.Period.ToValidity());
        if (key.Percentages.Sum(p => p.Percentage) <= 0)
            throw new DomainException(CostRules.KeyWithoutWeight, "allocation_key.weights");
        db.Add(key);
        return new DraftAllocationKeyResponse { AllocationKey = key.ToProto(moment.Today) };
    }
}

internal sealed class DraftAllocationKeyValidator : AbstractValidator<DraftAllocationKeyRequest>
{
    private const int MostRemarkCharacters = 300;
    private const int MostDecimals = 6;

    public DraftAllocationKeyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.AllocationKey).NotNull();
        When(r => r.AllocationKey is not null, () =>
        {
            RuleFor(r => r.AllocationKey.Purpose).IsPurposeOrEmpty();
            RuleFor(r => r.AllocationKey.Period).IsPeriod();
            RuleFor(r => r.AllocationKey.Source).IsNamedSource();
            RuleFor(r => r.AllocationKey.Remark).IsLineOrEmpty(MostRemarkCharacters);
            RuleFor(r => r.AllocationKey.Weights)
                .Must(w => w.Count is > 0 and <= MunicipalityRequestRules.MostMunicipalities && w.DistinctBy(x => x.MunicipalityId).Count() == w.Count)
                .WithMessage($"Give 1 to {MunicipalityRequestRules.MostMunicipalities} weights, one for each municipality.");
            RuleForEach(r => r.AllocationKey.Weights).ChildRules(weight =>
            {
                weight.RuleFor(w => w.MunicipalityId).IsMunicipalityId();
                weight.RuleFor(w => w.Percentage).Must(IsPercentage).WithMessage("Give a percentage as published, from 0 to 100 with at most 6 decimals, such as 24.7.");
            });
        });
    }

    private static bool IsPercentage(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 100 && value.Scale <= MostDecimals;
}
