using Aspire.Hosting;

// A small application with every kind of resource, for the tests of the app host.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = !args.Contains("--dashboard") });

var postgres = builder.AddPostgres("postgres").WithDataVolume().WithArgs("-c", "work_mem=7MB");
var database = postgres.AddDatabase("orders");
var bus = builder.AddRabbitMQ("bus").WithDataVolume().WithEnvironment("SAMPLE_SETTING", "of the model");

// More than one process deep, so that only ending the whole group ends it.
builder.AddExecutable("tree", "sh", ".", "-c", "sh -c 'sleep 3600 & sleep 3600' & wait");

builder.AddProject<Projects.SampleService>("sample")
    .WithHttpEndpoint()
    .WithReference(database).WaitFor(database)
    .WithReference(bus).WaitFor(bus)
    .WithHttpHealthCheck("/health");

await builder.Build().RunAsync();
