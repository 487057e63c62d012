using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Records that another council asks the same.</summary>
internal sealed class JoinQuestion(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<JoinQuestionResponse> RunAsync(JoinQuestionRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => JoinAsync(request, caller, moment, token), ct);

    private async Task<JoinQuestionResponse> JoinAsync(JoinQuestionRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.MunicipalityId);
        (await register.GetAsync(ct)).Municipality(request.MunicipalityId, "municipality_id");
        var question = await db.QuestionToChangeAsync(request.QuestionId, etag: "", ct);
        question.Join(request.MunicipalityId, request.AskedDate.ToDateOnly(), moment.Today);
        db.Publish(CouncilMeetingEvents.Changed(question, moment.Now), question.Id.ToString("D"));
        return new JoinQuestionResponse { Question = question.ToProto(moment.Today) };
    }
}

internal sealed class JoinQuestionValidator : AbstractValidator<JoinQuestionRequest>
{
    public JoinQuestionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.QuestionId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.AskedDate).IsDay();
    }
}
