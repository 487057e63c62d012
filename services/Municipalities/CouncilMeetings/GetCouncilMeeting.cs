using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>One meeting with every reply.</summary>
internal sealed class GetCouncilMeeting(MunicipalitiesDbContext db)
{
    public async Task<GetCouncilMeetingResponse> RunAsync(GetCouncilMeetingRequest request, CancellationToken ct) =>
        new() { Meeting = (await db.CouncilMeetingToReadAsync(request.Id, "id", ct)).ToProto() };
}

internal sealed class GetCouncilMeetingValidator : AbstractValidator<GetCouncilMeetingRequest>
{
    public GetCouncilMeetingValidator() => RuleFor(r => r.Id).IsUuid();
}
