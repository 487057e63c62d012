using FluentValidation;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Asks Procurement to buy what no contract offers; the answer comes as an event.</summary>
internal sealed class RequestPurchase(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<RequestPurchaseResponse> RunAsync(RequestPurchaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RequestPurchaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) =>
        {
            var purchase = file.RequestPurchase(Guid.CreateVersion7(act.At), request.ProductId, act);
            db.Publish(CaseEvents.Asked(file, purchase), file.Id.ToString("D"));
        },
        file => new RequestPurchaseResponse { Case = file },
        ct);
}

internal sealed class RequestPurchaseValidator : AbstractValidator<RequestPurchaseRequest>
{
    private const int MostProductCharacters = 40;

    public RequestPurchaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ProductId).IsCode(MostProductCharacters);
    }
}
