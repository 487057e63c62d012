using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>One procedure with its lots, questions and bids.</summary>
internal sealed class GetProcedure(ProcurementDbContext db)
{
    public async Task<GetProcedureResponse> RunAsync(GetProcedureRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.Set<Procedure>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw ProcedureRules.NotFound(request.Id);
        return new GetProcedureResponse { Procedure = found.ToProto() };
    }
}

internal sealed class GetProcedureValidator : AbstractValidator<GetProcedureRequest>
{
    public GetProcedureValidator() => RuleFor(r => r.Id).IsUuid();
}
