using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>Gives a case this care broker.</summary>
internal sealed class AssignCareBroker(CapacityReader office, CaseChanges changes)
{
    public Task<AssignCareBrokerResponse> RunAsync(AssignCareBrokerRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<AssignCareBrokerRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            var broker = await office.FindAsync(request.CareBrokerId, "care_broker_id", token);
            broker.RequireInOffice(StaffKind.CareBroker, act.Day, "care_broker_id");
            file.AssignCareBroker(broker.Id, act);
        },
        file => new AssignCareBrokerResponse { Case = file },
        ct);
}

internal sealed class AssignCareBrokerValidator : AbstractValidator<AssignCareBrokerRequest>
{
    public AssignCareBrokerValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.CareBrokerId).IsUuid();
    }
}
