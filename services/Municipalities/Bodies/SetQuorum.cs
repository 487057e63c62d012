using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Sets how many must be present from a day on.</summary>
internal sealed class SetQuorum(MunicipalitiesDbContext db, Once once)
{
    public Task<SetQuorumResponse> RunAsync(SetQuorumRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => SetAsync(request, token), ct);

    private async Task<SetQuorumResponse> SetAsync(SetQuorumRequest request, CancellationToken ct)
    {
        var body = await db.BodyToChangeAsync(request.BodyId, request.Etag, ct);
        var quorum = request.Quorum.ToDomain();
        body.SetQuorum(quorum);
        return new SetQuorumResponse { Quorum = quorum.ToProto() };
    }
}

internal sealed class SetQuorumValidator : AbstractValidator<SetQuorumRequest>
{
    public SetQuorumValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.Quorum).NotNull().SetValidator(new QuorumValidator()!);
    }
}
