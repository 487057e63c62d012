using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>Records what a body did with the request for its view; never refused for what the body did.</summary>
internal sealed class RecordView(RoundChanges rounds, RegisterCache register)
{
    public async Task<RecordViewResponse> RunAsync(RecordViewRequest request, Caller caller, CancellationToken ct)
    {
        var id = BodyId.Parse(request.BodyId)!;
        var name = id.NameIn(await register.GetAsync(ct), caller);
        return await rounds.RunAsync(
            request,
            caller.Subject,
            new RoundTarget(request.RequestId, request.RoundId, IdField: "round_id"),
            (round, moment) => new RecordViewResponse
            {
                View = round.RecordView(
                    id, name, (ViewAct)request.Act, request.ReceivedDate.ToDateOnly(), request.Remarks.Select(text => text.Trim()), moment.Today).ToProto(),
            },
            ct);
    }
}

internal sealed class RecordViewValidator : AbstractValidator<RecordViewRequest>
{
    public RecordViewValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.BodyId).IsBodyId();
        RuleFor(r => r.Act).IsInEnum().NotEqual(V1.ViewAct.Unspecified);
        RuleFor(r => r.ReceivedDate).IsDay();
        RuleFor(r => r.Remarks).Must(remarks => remarks.Count is > 0 and <= RoundRequestRules.MostRemarks)
            .WithMessage($"Give 1 to {RoundRequestRules.MostRemarks} remarks.").When(r => r.Act == V1.ViewAct.Submit);
        RuleFor(r => r.Remarks).Must(remarks => remarks.Count == 0)
            .WithMessage("Only a view that is submitted has remarks.").When(r => r.Act != V1.ViewAct.Submit);
        RuleForEach(r => r.Remarks).IsText();
    }
}
