using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Adds an item at the end of the agenda.</summary>
internal sealed class PutOnAgenda(MunicipalitiesDbContext db, Once once)
{
    public Task<PutOnAgendaResponse> RunAsync(PutOnAgendaRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => PutAsync(request, moment, token), ct);

    private async Task<PutOnAgendaResponse> PutAsync(PutOnAgendaRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.MeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        var item = meeting.Put(request.Item.Title.Trim(), request.Item.Annotation, request.Item.ProposedDecision);
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new PutOnAgendaResponse { Item = item.ToProto(meeting) };
    }
}

internal sealed class PutOnAgendaValidator : AbstractValidator<PutOnAgendaRequest>
{
    public PutOnAgendaValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.Item).NotNull().ChildRules(item =>
        {
            item.RuleFor(i => i.Title).IsLine(BodyFieldRules.MostNameCharacters);
            item.RuleFor(i => i.Annotation).IsText().When(i => i.Annotation.Length > 0);
            item.RuleFor(i => i.ProposedDecision).IsText().When(i => i.ProposedDecision.Length > 0);
        });
    }
}
