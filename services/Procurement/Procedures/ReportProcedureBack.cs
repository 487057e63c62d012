using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Records that the result was reported back to Drenthe.</summary>
internal sealed class ReportProcedureBack(ProcedureReader procedures)
{
    public Task<ReportProcedureBackResponse> RunAsync(ReportProcedureBackRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(ReportProcedureBack),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.ReportBack(request.ReportDate?.ToDateOnly() ?? procedures.Today, procedures.Today),
        procedure => new ReportProcedureBackResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class ReportProcedureBackValidator : AbstractValidator<ReportProcedureBackRequest>
{
    public ReportProcedureBackValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ReportDate).IsDayOrAbsent();
    }
}
