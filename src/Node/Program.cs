using Noroshi.Node;
using Noroshi.Node.Cli;
using Noroshi.Node.Control;
using Noroshi.Shell;

return await CommandLine.RunAsync(args, new CommandHost(NodeServices.OpenAsync, ReferenceFolder.Find()) { Knock = ControlClient.AskAsync });
