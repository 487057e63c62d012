using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Assessments;

/// <summary>Records the scores of one subject on a day.</summary>
internal sealed class RecordAssessment(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RecordAssessmentResponse> RunAsync(RecordAssessmentRequest request, Caller caller, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.Assessment.MunicipalityId);
        return once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request.Assessment, moment, token), ct);
    }

    private async Task<RecordAssessmentResponse> RecordAsync(V1.Assessment asked, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "assessment.region_id");
        if (asked.MunicipalityId.Length > 0)
            snapshot.Municipality(asked.MunicipalityId, "assessment.municipality_id");
        var on = asked.Date.ToDateOnly();
        RecordedFact.RefuseFuture(on, moment.Today, "assessment.date");
        var form = await db.FormAsync(asked.Form, "assessment.form", ct);
        var assessment = Assessment.Record(
            Guid.CreateVersion7(moment.Now),
            form,
            new AssessedSubject(asked.RegionId, asked.MunicipalityId, asked.Variant.Trim()),
            on,
            [.. asked.Scores.Select(s => s.ToDomain())],
            moment.By,
            moment.Now);
        db.Add(assessment);
        return new RecordAssessmentResponse { Assessment = assessment.ToProto() };
    }
}

internal sealed class RecordAssessmentValidator : AbstractValidator<RecordAssessmentRequest>
{
    public RecordAssessmentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Assessment).NotNull().SetValidator(new AssessmentValidator());
    }
}
