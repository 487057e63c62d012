using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Meetings;

/// <summary>A meeting with its agenda and decisions.</summary>
internal sealed class GetMeeting(MunicipalitiesDbContext db)
{
    public async Task<GetMeetingResponse> RunAsync(GetMeetingRequest request, CancellationToken ct) =>
        new() { Meeting = (await db.MeetingToReadAsync(request.Id, ct)).ToProto() };
}

internal sealed class GetMeetingValidator : AbstractValidator<GetMeetingRequest>
{
    public GetMeetingValidator() => RuleFor(r => r.Id).IsUuid();
}
