using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>An analysis with its drafts, its decision and its checks.</summary>
internal sealed class GetThreads(ThreadFiles files, TimeProvider time)
{
    public async Task<GetThreadsResponse> RunAsync(GetThreadsRequest request, Caller caller, CancellationToken ct) =>
        new() { Analysis = (await files.GetAsync(request.Id, ct)).ToProto(caller, time.DutchToday()) };
}

internal sealed class GetThreadsValidator : AbstractValidator<GetThreadsRequest>
{
    public GetThreadsValidator() => RuleFor(r => r.Id).IsUuid();
}
