using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Assessments;

/// <summary>Defines the criteria of a form.</summary>
internal sealed class DefineForm(MunicipalitiesDbContext db, Once once)
{
    public Task<DefineFormResponse> RunAsync(DefineFormRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(
            request,
            request.RequestId,
            caller.Subject,
            (_, _) =>
            {
                var form = request.Form.ToDomain();
                db.Add(form);
                return Task.FromResult(new DefineFormResponse { Form = form.ToProto() });
            },
            ct);
}

internal sealed class DefineFormValidator : AbstractValidator<DefineFormRequest>
{
    public DefineFormValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Form).NotNull().SetValidator(new AssessmentFormValidator());
    }
}
