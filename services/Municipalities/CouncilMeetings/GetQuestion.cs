using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>One question with its answers.</summary>
internal sealed class GetQuestion(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetQuestionResponse> RunAsync(GetQuestionRequest request, CancellationToken ct) =>
        new() { Question = (await db.QuestionToReadAsync(request.Id, ct)).ToProto(time.DutchToday()) };
}

internal sealed class GetQuestionValidator : AbstractValidator<GetQuestionRequest>
{
    public GetQuestionValidator() => RuleFor(r => r.Id).IsUuid();
}
